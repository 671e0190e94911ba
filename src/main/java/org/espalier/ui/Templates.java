package org.espalier.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes templates outside of a request, for what is sent rather than shown. Whatever people typed is escaped. */
@Component
public class Templates {
    private final TemplateEngine engine;

    Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * The HTML of a template.
     *
     * @param template such as {@code notice/web/letter}
     */
    public String write(String template, Map<String, Object> model) {
        var output = new StringOutput();
        engine.render(template + ".jte", model, output);
        return output.toString();
    }
}
