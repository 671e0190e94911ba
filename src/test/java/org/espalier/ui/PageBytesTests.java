package org.espalier.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageBytesTests {

    private final PageBytes page = new PageBytes();

    @Test
    void writesEveryScriptAsUtf8() throws IOException {
        page.writeContent("Œnologist, cynnydd, 梨 ");
        page.writeContent("from 🌳 to 🍐", 5, 7);
        page.writeBinaryContent(" – é".getBytes(UTF_8));

        assertThat(written()).isEqualTo("Œnologist, cynnydd, 梨 🌳 – é");
        assertThat(page.size()).isEqualTo(written().getBytes(UTF_8).length);
    }

    @Test
    void growsWithThePage() throws IOException {
        var leaf = "A leaf of a long page. ";
        for (var n = 0; n < 10_000; n++) {
            page.writeContent(leaf);
        }
        page.writeBinaryContent(new byte[300_000]);

        assertThat(written()).startsWith(leaf.repeat(10_000)).hasSize(10_000 * leaf.length() + 300_000);
    }

    private String written() throws IOException {
        var stream = new ByteArrayOutputStream();
        page.writeTo(stream);
        return stream.toString(UTF_8);
    }
}
