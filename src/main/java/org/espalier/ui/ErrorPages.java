package org.espalier.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what cannot be done: people get a page in plain words, programs get {@code application/problem+json} with a
 * type that stays the same.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int REFERENCE_BYTES = 4;

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request) {
        return answer(
                new ErrorPage(
                        problem.status(), frames.messages().text(problem.messageKey(), problem.arguments()), null),
                problem.type(),
                request.getRequestURI(),
                request);
    }

    /** Where the container sends what nobody answered. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var stated = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = stated == null ? HttpStatus.NOT_FOUND.value() : stated;
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked == null ? request.getRequestURI() : asked.toString();
        return answer(
                new ErrorPage(status, null, status >= 500 ? noted(path, request) : null), type(status), path, request);
    }

    private Object answer(ErrorPage page, String type, String path, HttpServletRequest request) {
        if (isForPrograms(path, request)) {
            return ResponseEntity.status(page.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail(page, type, path));
        }
        var view = new ModelAndView("ui/error", Map.of("frame", frames.frame(request), "error", page));
        view.setStatus(HttpStatusCode.valueOf(page.status()));
        return view;
    }

    private ProblemDetail detail(ErrorPage page, String type, String path) {
        var words = frames.messages();
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(page.status()), page.text() == null ? words.text(page.textKey()) : page.text());
        detail.setType(URI.create("urn:espalier:problem:" + type));
        detail.setTitle(words.text(page.titleKey()));
        detail.setInstance(URI.create(path));
        if (page.reference() != null) {
            detail.setProperty("reference", page.reference());
        }
        return detail;
    }

    private static String noted(String path, HttpServletRequest request) {
        var bytes = new byte[REFERENCE_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        var cause = (@Nullable Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("Reference {}: {} failed", reference, path, cause);
        return reference;
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            default -> status >= 500 ? "failed" : "invalid";
        };
    }

    private static boolean isForPrograms(String path, HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/") || (accept != null && accept.contains("json") && !accept.contains("html"));
    }
}
