package org.espalier.importing.reading;

import java.util.regex.Pattern;

/** Texts that are files of another kind, written for programs: named, so that nobody wonders at a list of brackets. */
final class OtherTexts {

    private static final Pattern XML = Pattern.compile("(?s)\\s*<\\?xml.*");
    private static final Pattern JSON = Pattern.compile("(?s)\\s*(?:\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*");
    private static final Pattern MAIL =
            Pattern.compile("(?is)\\s*(?:[a-z-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){0,20}?content-type:\\s*multipart/.*");

    private OtherTexts() {}

    static void refuse(String text) {
        var head = text.substring(0, Math.min(text.length(), 2000));
        if (XML.matcher(head).matches() && !HtmlReader.alike(text)) {
            throw new Unreadable("This is an XML file, and not a web page. "
                    + "Open it in the program it was written with, save it as Word (.docx) or PDF, and try again.");
        }
        var last = text.stripTrailing();
        if (JSON.matcher(head).matches() && (last.endsWith("}") || last.endsWith("]"))) {
            throw new Unreadable("This is a JSON file, but not a framework: "
                    + "it does not begin with \"format\": \"espalier/1\". Choose the document itself, and try again.");
        }
        if (MAIL.matcher(head).matches()) {
            throw new Unreadable("This is a web archive (.mht) or an e-mail. "
                    + "Open it, save it as a web page (.html) or PDF, and try again.");
        }
    }
}
