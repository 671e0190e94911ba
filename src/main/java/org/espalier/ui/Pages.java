package org.espalier.ui;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** How pages are served: in which languages, and for how long a browser keeps what goes with them. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    /** The languages of the message bundles; the first is what everyone else gets. */
    private static final List<Locale> LANGUAGES = List.of(Locale.UK);

    private static final String WRITE_BUFFER = Integer.toString(32 * 1024);

    @Bean
    SiteAddress siteAddress(@Value("${espalier.site:http://localhost:${server.port:8080}}") URI root) {
        return new SiteAddress(root);
    }

    @Bean
    MappedInterceptor patientCheckBeforeForms(PatientCheck check) {
        return new MappedInterceptor(null, check);
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(LANGUAGES);
        resolver.setDefaultLocale(LANGUAGES.getFirst());
        return resolver;
    }

    /** A page leaves in one piece or two, not in ten; as each connection has such a buffer, application.yaml limits them. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pagesLeaveInFewPieces() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        registry.addResourceHandler("/schema/**")
                .addResourceLocations("classpath:/static/schema/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }
}
