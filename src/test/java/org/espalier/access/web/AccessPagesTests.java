package org.espalier.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class AccessPagesTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "vivid otter lamp";

    @LocalServerPort
    int port;

    @Autowired
    CreateAccount createAccount;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = Visitor.to(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/account", "/author", "/admin/accounts", "/no/such/page", "/actuator", "/sign-out"})
    void asksToSignInForWhateverIsNotListed(String path) {
        var page = visitor.get(path);

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/accessibility", "/sign-in"})
    void leavesPublicPagesOpen(String path) {
        assertThat(visitor.get(path).status()).isEqualTo(200);
    }

    @Test
    void answersProgramsWithAProblem() {
        var page = visitor.send(visitor.request("/me").setHeader("Accept", "application/json"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.html().text()).contains("urn:espalier:problem:not-signed-in");
    }

    @Test
    void sendsWhatHtmxAskedForToSignInAsAWholePage() {
        var page = visitor.send(visitor.request("/me/answers")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:" + port + "/me/assess?group=a"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("HX-Redirect")).isEqualTo("/sign-in?to=%2Fme%2Fassess%3Fgroup%3Da");
    }

    @Test
    void signsInAndGoesOnToThePageThatWasWanted() {
        var email = account();
        var form = visitor.open("/account?from=bookmark").form("/sign-in");

        var page = visitor.submit(form, Map.of("email", email, "password", PASSWORD));

        assertThat(page.location()).isEqualTo("/account?from=bookmark");
        assertThat(visitor.follow(page).html().text()).contains(email);
    }

    @Test
    void keepsWhatWasTypedButNeverThePassword() {
        var page = visitor.signIn("nobody@example.org", "some password or other");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors())
                .containsExactly("The email address or the password is not right. Check both and try again.");
        assertThat(page.html().title()).startsWith("Error: Sign in");
        assertThat(page.html().select("#email").val()).isEqualTo("nobody@example.org");
        assertThat(page.html().select("#password").val()).isEmpty();
        assertThat(page.html().html()).doesNotContain("some password or other");
    }

    @Test
    void namesEveryMissingAnswerBesideItsInput() {
        var page = visitor.signIn("", "");

        assertThat(page.errors()).containsExactly("Enter your email address", "Enter your password");
        assertThat(page.html().select("#email").attr("aria-describedby")).isEqualTo("email-error");
        assertThat(page.html().select("#password-error").text()).isEqualTo("Error: Enter your password");
    }

    @Test
    void saysInPlainWordsHowLongToWait() {
        var email = account();
        for (var n = 0; n < 5; n++) {
            assertThat(visitor.signIn(email, "wrong").status()).isEqualTo(422);
        }

        var page = visitor.signIn(email, PASSWORD);

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.errors()).containsExactly("There were too many attempts. Wait 15 minutes, then try again.");
        assertThat(Long.parseLong(page.header("Retry-After"))).isBetween(800L, 900L);
    }

    @Test
    void setsACookieThatNoScriptAndNoOtherSiteCanUse() {
        var page = visitor.signIn(account(), PASSWORD);

        var cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("espalier="))
                .toList();
        assertThat(cookie).hasSize(1);
        assertThat(cookie.getFirst())
                .contains("; Path=/")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain")
                .doesNotContain("Max-Age");
    }

    @Test
    void tellsTheBrowserToKeepEverythingToThisSite() {
        for (var path : List.of("/", "/sign-in", "/me", "/no/such/page", "/assets/no-such-file")) {
            var page = visitor.get(path);

            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Permissions-Policy")).contains("camera=()");
        }
    }

    @Test
    void hasNoScriptOrStyleInItsPages() {
        for (var path : List.of("/", "/sign-in", "/about")) {
            var html = visitor.get(path).html();

            assertThat(html.select("script:not([src]), style, [style], [onclick], [onload]"))
                    .isEmpty();
        }
    }

    @Test
    void setsNoCookieWhereThereIsNoForm() {
        assertThat(visitor.get("/").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/about").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void neverMakesAServletSession() {
        visitor.open("/me");
        visitor.signIn(account(), PASSWORD);
        visitor.open("/account");

        assertThat(visitor.cookies()).extracting(cookie -> cookie.getName()).doesNotContain("JSESSIONID");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        visitor = TestAccounts.signedIn(application, port);

        var page = visitor.post("/sign-out", List.of());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("You cannot open this page");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void refusesASignInFormWithoutItsToken() {
        var page = visitor.post("/sign-in", List.of(Map.entry("email", account()), Map.entry("password", PASSWORD)));

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void refusesTheTokenOfSomebodyElsesForm() {
        var other = TestAccounts.signedIn(application, port);
        var theirs = other.get("/account").form("/sign-out");
        visitor = TestAccounts.signedIn(application, port);

        assertThat(visitor.submit(theirs).status()).isEqualTo(403);
        assertThat(other.submit(theirs).status()).isEqualTo(302);
    }

    @Test
    void givesANewSessionAtEverySignIn() {
        visitor.keep("espalier", "chosen-by-an-attacker");

        visitor.signIn(account(), PASSWORD);

        assertThat(session(visitor)).isNotEqualTo("chosen-by-an-attacker");
        var attacker = Visitor.to(port);
        attacker.keep("espalier", "chosen-by-an-attacker");
        assertThat(attacker.get("/account").status()).isEqualTo(303);
    }

    @Test
    void endsTheSessionInTheDatabaseAtSignOut() {
        visitor.signIn(account(), PASSWORD);
        var thief = Visitor.to(port);
        thief.keep("espalier", session(visitor));
        assertThat(thief.get("/account").status()).isEqualTo(200);
        var before = sessions();

        var page = visitor.submit(visitor.get("/account").form("/sign-out"));

        assertThat(visitor.follow(page).html().text()).contains("You have signed out");
        assertThat(sessions()).isEqualTo(before - 1);
        assertThat(thief.get("/account").status()).isEqualTo(303);
        assertThat(visitor.get("/account").status()).isEqualTo(303);
    }

    @Test
    void signsOutEverywhere() {
        var email = account();
        var phone = Visitor.to(port);
        phone.signIn(email, PASSWORD);
        visitor.signIn(email, PASSWORD);

        visitor.submit(visitor.get("/account").form("/account/sign-out-everywhere"));

        assertThat(phone.get("/account").status()).isEqualTo(303);
        assertThat(visitor.get("/account").status()).isEqualTo(303);
    }

    @Test
    void leadsBackToThePageWhenASessionEndsUnderAForm() {
        visitor = TestAccounts.signedIn(application, port);
        var form = visitor.get("/account/password").form("/account/password");
        jdbc.sql("delete from access.session").update();
        visitor.keep("espalier", "over");

        var page = visitor.send(visitor.request(form.attr("action"))
                .header("Referer", "http://localhost:" + port + "/account/password")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(page.location()).isEqualTo("/sign-in?to=%2Faccount%2Fpassword");
    }

    @Test
    void changesThePasswordAndSignsOutElsewhere() {
        var email = account();
        var phone = Visitor.to(port);
        phone.signIn(email, PASSWORD);
        visitor.signIn(email, PASSWORD);
        var form = visitor.get("/account/password").form("/account/password");

        assertThat(visitor.submit(form, Map.of("current", "wrong", "next", "quiet lemon bicycle"))
                        .errors())
                .containsExactly("That is not your current password");
        assertThat(visitor.submit(form, Map.of("current", PASSWORD, "next", "short"))
                        .errors())
                .containsExactly("Use at least 12 characters");
        var page = visitor.submit(form, Map.of("current", PASSWORD, "next", "quiet lemon bicycle"));

        assertThat(visitor.follow(page).html().text()).contains("You have a new password");
        assertThat(phone.get("/account").status()).isEqualTo(303);
        assertThat(Visitor.to(port).signIn(email, PASSWORD).status()).isEqualTo(422);
        assertThat(Visitor.to(port).signIn(email, "quiet lemon bicycle").status())
                .isEqualTo(302);
    }

    @Test
    void keepsAccountsToAdministrators() {
        visitor = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);

        var page = visitor.get("/admin/accounts");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html().select("nav").text()).doesNotContain("Accounts");
    }

    @Test
    void takesANewPersonFromTheAdministratorsLinkToTheirOwnPassword() {
        var email = "new%d@example.org".formatted(NUMBER.incrementAndGet());
        visitor = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        assertThat(visitor.get("/").html().select("nav a[href=/admin/accounts]").text())
                .isEqualTo("Accounts");
        var made = visitor.submit(
                visitor.get("/admin/accounts/new").form("/admin/accounts"),
                Map.of("name", "Ali Hughes", "email", email, "roles", List.of("FRAMEWORK_AUTHOR")));
        var link = java.net.URI.create(made.html().select("#link").val()).getPath();

        var newcomer = Visitor.to(port);
        var form = newcomer.get(link).form(link);
        assertThat(newcomer.submit(form, Map.of("next", "ali.hughes.1")).errors())
                .hasSize(1);
        var signedIn = newcomer.submit(form, Map.of("next", "quiet lemon bicycle"));

        assertThat(signedIn.location()).isEqualTo("/me");
        assertThat(newcomer.get("/account").html().text()).contains("Ali Hughes", "Framework author");
        assertThat(Visitor.to(port).get(link).status()).isEqualTo(410);
        assertThat(visitor.get("/admin/accounts").html().text()).contains("Ali Hughes", email);
    }

    @Test
    void keepsWhatAnAdministratorTypedAboutAnAccount() {
        var taken = account();
        visitor = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        var form = visitor.get("/admin/accounts/new").form("/admin/accounts");

        var wrong = visitor.submit(form, Map.of("name", "", "email", "nowhere", "roles", List.of("ADMINISTRATOR")));
        var twice = visitor.submit(form, Map.of("name", "Twice", "email", taken));

        assertThat(wrong.errors())
                .containsExactly(
                        "Enter a name of at most 100 characters", "Enter an email address, like name@example.org");
        assertThat(wrong.html().select("#email").val()).isEqualTo("nowhere");
        assertThat(wrong.html().select("#role-ADMINISTRATOR").hasAttr("checked"))
                .isTrue();
        assertThat(twice.errors()).containsExactly("There is already an account with this email address");
        assertThat(twice.html().select("#name").val()).isEqualTo("Twice");
    }

    @Test
    void givesAndTakesRolesAndAccess() {
        var email = account();
        var person = Visitor.to(port);
        person.signIn(email, PASSWORD);
        visitor = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        var here = visitor.get("/admin/accounts")
                .html()
                .select("li:contains(" + email + ") a")
                .attr("href");

        visitor.submit(visitor.get(here).form(here), Map.of("roles", List.of("ADMINISTRATOR")));
        assertThat(person.get("/admin/accounts").status()).isEqualTo(200);

        visitor.submit(visitor.get(here).form(here), Map.of("roles", List.of()));
        assertThat(person.get("/admin/accounts").status()).isEqualTo(403);

        visitor.submit(visitor.get(here).form(here + "/disable"));
        assertThat(person.get("/account").status()).isEqualTo(303);
        assertThat(person.signIn(email, PASSWORD).status()).isEqualTo(422);

        visitor.submit(visitor.get(here).form(here + "/enable"));
        assertThat(person.signIn(email, PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void leavesAnAdministratorInPlace() {
        var email = account(Role.ADMINISTRATOR);
        visitor.signIn(email, PASSWORD);
        var here = visitor.get("/admin/accounts")
                .html()
                .select("li:contains(" + email + ") a")
                .attr("href");

        var page = visitor.submit(visitor.get(here).form(here), Map.of("roles", List.of()));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().text()).contains("You cannot take away your own administrator role");
        assertThat(visitor.get(here).html().select("form[action$=disable]")).isEmpty();
    }

    @Test
    void saysWhenThereIsNoSuchPage() {
        visitor = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);

        var missing = visitor.get("/no/such/page");
        var nobody = visitor.get("/admin/accounts/999999");
        var garbled = visitor.get("/admin/accounts/x");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.heading()).isEqualTo("Page not found");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.html().text()).contains("There is no such account.");
        assertThat(garbled.status()).isEqualTo(400);
    }

    private String account(Role... roles) {
        var email = "person%d@example.org".formatted(NUMBER.incrementAndGet());
        createAccount
                .atSetUp(new EmailAddress(email), "Person " + NUMBER.get(), Set.of(roles), PASSWORD)
                .orElseThrow();
        return email;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from access.session").query(Long.class).single();
    }

    private static String session(Visitor visitor) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.getName().equals("espalier"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
