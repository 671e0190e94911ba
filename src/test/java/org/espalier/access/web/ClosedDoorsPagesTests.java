package org.espalier.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.access.PublicPaths;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Goes to every address that any controller of the application answers, as somebody who has not signed in. */
@EspalierTest
class ClosedDoorsPagesTests {
    private static final Set<String> WRITTEN_BEFORE_SIGN_IN = Set.of(
            "/sign-in",
            "/set-password/{token}",
            "/unsubscribe/{token}",
            "/invitations/{token}",
            "/closest",
            "/closest/questions",
            "/closest/again",
            "/stories/{id:\\d+}/report");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<PublicPaths> publicPaths;

    @Test
    void keepsEveryAddressClosedThatNoModuleListsAsPublic() {
        var visitor = Visitor.to(port);
        var closed = addresses(Set.of(RequestMethod.GET)).stream()
                .filter(address -> !isPublic(filled(address)))
                .toList();

        assertThat(closed).hasSizeGreaterThan(15).contains("/me", "/account", "/admin/accounts", "/author");
        assertThat(closed).allSatisfy(address -> {
            var page = visitor.get(filled(address));
            assertThat(page.status()).as(address).isEqualTo(303);
            assertThat(page.location()).startsWith("/sign-in");
        });
    }

    @Test
    void letsNobodyWriteAnywhereWithoutSigningIn() {
        var visitor = Visitor.to(port);
        var form = visitor.get("/sign-in").form("/sign-in");
        var token = form.select("[name=_csrf]").val();
        var written =
                addresses(Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH));
        written.removeAll(WRITTEN_BEFORE_SIGN_IN);

        assertThat(written).hasSizeGreaterThan(8).contains("/sign-out", "/admin/accounts");
        assertThat(written).allSatisfy(address -> {
            var page = visitor.send(visitor.request(filled(address))
                    .header("X-CSRF-TOKEN", token)
                    .POST(BodyPublishers.noBody()));
            assertThat(page.status()).as(address + " with a form token").isEqualTo(303);
            assertThat(page.location()).startsWith("/sign-in");
        });
    }

    private Set<String> addresses(Set<RequestMethod> methods) {
        var found = new TreeSet<String>();
        mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().stream().anyMatch(methods::contains))
                .forEach(info -> found.addAll(info.getPatternValues()));
        return found;
    }

    private boolean isPublic(String path) {
        return publicPaths.stream()
                .flatMap(paths -> paths.patterns().stream())
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path)));
    }

    private static String filled(String address) {
        return address.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "1");
    }
}
