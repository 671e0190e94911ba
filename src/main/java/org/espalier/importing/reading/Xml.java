package org.espalier.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A part of an office document as a tree; names are local, as the two variants of the format differ in name spaces. */
final class Xml {

    private Xml() {}

    /** Parses without document types, entities or anything from outside the file. */
    static Element root(InputStream in) throws IOException {
        try {
            var builder = XMLHelper.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String name(Element element) {
        var name = element.getLocalName();
        return name == null ? element.getNodeName() : name;
    }

    /** The element at the end of this path of names, if there is one. */
    static Optional<Element> at(Element parent, String... path) {
        Optional<Element> found = Optional.of(parent);
        for (var step : path) {
            found = found.flatMap(element -> children(element).stream()
                    .filter(child -> name(child).equals(step))
                    .findFirst());
        }
        return found;
    }

    static @Nullable String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var local = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            if (local.equals(name)) {
                return attribute.getNodeValue();
            }
        }
        return null;
    }

    /** The value of the element at the end of this path. */
    static Optional<String> value(Element parent, String... path) {
        return at(parent, path).map(element -> attribute(element, "val"));
    }

    static Optional<Integer> number(Element parent, String... path) {
        return value(parent, path).filter(text -> text.matches("-?[0-9]{1,9}")).map(Integer::valueOf);
    }

    /** A property that is on when it is there and not switched off. */
    static boolean on(Element parent, String... path) {
        return at(parent, path)
                .map(element -> attribute(element, "val"))
                .map(text -> !text.equals("0") && !text.equals("false") && !text.equals("off"))
                .orElse(at(parent, path).isPresent());
    }
}
