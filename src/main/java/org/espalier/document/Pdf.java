package org.espalier.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes papers as PDF for everyone: tagged, with every font embedded (PDF/UA-1). */
public final class Pdf {
    private static final String FONTS = "/org/espalier/document/fonts/";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    public static byte[] of(Paper paper) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(1.7f)
                    .withProducer("Espalier")
                    .useFont(
                            () -> font(FONTS + "atkinson-hyperlegible-next-400.ttf"),
                            "Text",
                            400,
                            FontStyle.NORMAL,
                            true)
                    .useFont(
                            () -> font(FONTS + "atkinson-hyperlegible-next-700.ttf"),
                            "Text",
                            700,
                            FontStyle.NORMAL,
                            true)
                    .useFont(Pdf::otherScripts, "Other", 400, FontStyle.NORMAL, true)
                    .withHtmlContent(PaperHtml.of(paper), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Greek, Cyrillic, Hebrew and signs that the typeface lacks; PDFBox brings this font along. */
    private static InputStream otherScripts() {
        return font(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    }

    private static InputStream font(String name) {
        return font(Pdf.class, name);
    }

    private static InputStream font(Class<?> beside, String name) {
        var font = beside.getResourceAsStream(name);
        if (font == null) {
            throw new IllegalStateException("The font is missing: " + name);
        }
        return font;
    }
}
