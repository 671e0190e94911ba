package org.espalier.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Views are precompiled JTE templates: the view {@code framework/web/level} is {@code framework/web/level.jte}. */
@Configuration(proxyBeanMethods = false)
class JteViews {

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.espalier");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine) {
        return (name, locale) -> resolve(engine, name, locale);
    }

    private static View resolve(TemplateEngine engine, String name, Locale locale) {
        if (name.startsWith("redirect:")) {
            return new RedirectView(name.substring("redirect:".length()), true, true, false);
        }
        return new JteView(engine, name + ".jte");
    }

    private record JteView(TemplateEngine engine, String template) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var page = new PageBytes();
            engine.render(template, model == null ? Map.of() : new HashMap<>(model), page);
            response.setContentType(getContentType());
            response.setContentLength(page.size());
            page.writeTo(response.getOutputStream());
        }
    }
}
