package org.espalier.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.access.Actor;
import org.espalier.ui.Messages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ZIP that somebody takes away, unpacked. */
public record TakenAway(Map<String, byte[]> entries) {

    public static TakenAway by(ApplicationContext application, Actor actor) throws Exception {
        var out = new ByteArrayOutputStream();
        application
                .getBean(TakePortfolio.class)
                .of(actor, new Messages(application.getBean(MessageSource.class), Locale.UK), out);
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new TakenAway(entries);
    }

    public JsonNode json(String path) {
        assertThat(entries).containsKey(path);
        return JsonMapper.shared().readTree(entries.get(path));
    }

    /** The words of a PDF on one line. */
    public String pdf(String path) throws IOException {
        assertThat(entries).containsKey(path);
        try (var document = Loader.loadPDF(entries.get(path))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
