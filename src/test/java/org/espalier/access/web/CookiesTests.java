package org.espalier.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.espalier.access.SecretToken;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CookiesTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void bindsTheCookieToThisHostOverHttps() {
        request.setSecure(true);

        Cookies.SESSION.write(new SecretToken("abc"), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .isEqualTo("__Host-espalier=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void takesNoCookieOverHttpsThatAnotherHostCouldHaveSet() {
        request.setSecure(true);
        request.setCookies(new Cookie("espalier", "planted"));

        assertThat(Cookies.SESSION.read(request)).isEmpty();
    }

    @Test
    void removesOnlyWhatIsThere() {
        Cookies.SESSION.remove(request, response);
        assertThat(response.getHeader("Set-Cookie")).isNull();

        request.setCookies(new Cookie("espalier", "abc"));
        Cookies.SESSION.remove(request, response);
        assertThat(response.getHeader("Set-Cookie")).startsWith("espalier=; ").contains("Max-Age=0");
    }
}
