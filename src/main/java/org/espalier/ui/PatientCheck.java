package org.espalier.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.kernel.Doubt;
import org.espalier.kernel.PatientIdentifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stands before every form in which people write freely (those with {@code ui/textArea}): what may tell who a patient is
 * gets pointed out before anything is saved, and the person decides (PRODUCT.md, rule 20). They find all they typed on
 * that page. What stood in a field when the form was made has been decided on.
 */
@ControllerAdvice
class PatientCheck implements HandlerInterceptor {
    /** Names the fields with free words, each with a colon and its label. */
    static final String WORDS = "_words";

    /** What the fields held when the form was made and may tell who a patient is. */
    static final String KEPT = "_kept";

    private static final String DECIDED = "decided";
    private static final Set<String> OUR_OWN = Set.of(DECIDED, "_csrf", KEPT);
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Frames frames;
    private final Clock clock;

    PatientCheck(Frames frames, Clock clock) {
        this.frames = frames;
        this.clock = clock;
    }

    /** What the fields of a form may tell already, to be sent back with it. */
    static List<String> kept(String value) {
        return value.isEmpty()
                ? List.of()
                : PatientIdentifiers.in(value, LocalDate.now(UK)).stream()
                        .map(PatientIdentifiers.Finding::text)
                        .toList();
    }

    /** One field of the form, to be sent again. */
    public record Field(String name, String label, String value) {}

    /**
     * A form that may tell who a patient is.
     *
     * @param address where it was sent
     * @param written the fields with doubts, to be changed
     * @param rest all its other fields
     */
    public record Doubtful(String address, List<Doubt> doubts, List<Field> written, List<Field> rest) {}

    /** Instead of what the form was sent for. */
    private static final class Doubted extends RuntimeException {
        private final transient Doubtful form;

        private Doubted(Doubtful form) {
            super("may tell who a patient is", null, false, false);
            this.form = form;
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && isForm(request) && request.getParameter(DECIDED) == null) {
            var doubts = doubts(request);
            if (!doubts.isEmpty()) {
                throw new Doubted(form(request, doubts));
            }
        }
        return true;
    }

    /** Not those with files, which could not be sent again: they have a check of their own. */
    private static boolean isForm(HttpServletRequest request) {
        var type = (@Nullable String) request.getContentType();
        return request.getMethod().equals("POST")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private List<Doubt> doubts(HttpServletRequest request) {
        var kept = Set.copyOf(values(request, KEPT));
        var today = LocalDate.now(clock.withZone(UK));
        return words(request).stream()
                .flatMap(word -> Doubt.in(word.name(), word.value(), today).stream())
                .filter(doubt -> !kept.contains(doubt.finding().text()))
                .toList();
    }

    private static List<Field> words(HttpServletRequest request) {
        return values(request, WORDS).stream()
                .distinct()
                .map(word -> word.split(":", 2))
                .filter(word -> word.length == 2)
                .flatMap(word ->
                        values(request, word[0]).stream().limit(1).map(value -> new Field(word[0], word[1], value)))
                .toList();
    }

    private static Doubtful form(HttpServletRequest request, List<Doubt> doubts) {
        var doubted = doubts.stream().map(Doubt::field).toList();
        var rest = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OUR_OWN.contains(name) && !doubted.contains(name)) {
                Stream.of(values).forEach(value -> rest.add(new Field(name, "", value)));
            }
        });
        return new Doubtful(
                request.getRequestURI(),
                doubts,
                words(request).stream()
                        .filter(word -> doubted.contains(word.name()))
                        .toList(),
                rest);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = (String @Nullable []) request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    @ExceptionHandler
    Object ask(Doubted doubted, HttpServletRequest request) {
        var form = doubted.form;
        if ("autosave".equals(request.getParameter("do"))) {
            var finding = form.doubts().getFirst().finding();
            var what = "ui.doubts.autosave." + finding.kind().name().toLowerCase(Locale.ROOT);
            var words = frames.messages();
            return ResponseEntity.unprocessableContent()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(words.text("ui.doubts.autosave", words.text(what), finding.text()));
        }
        var view = new ModelAndView("ui/doubtful", Map.of("frame", frames.frame(request), "form", form));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
