package org.espalier.kernel;

import java.util.Objects;

/**
 * What a page or an API tells its caller when it cannot do as asked. One advice turns it into an HTML page or into
 * {@code application/problem+json}. The message is the key of a text in the message bundles: a whole plain sentence that says
 * what happened and what to do next.
 */
public abstract sealed class Problem extends RuntimeException {

    private final transient Object[] arguments;

    private Problem(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        if (messageKey.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("A problem names a message, it does not say it: " + messageKey);
        }
        this.arguments = arguments.clone();
    }

    /** The key of its text in the message bundles. */
    public String messageKey() {
        return Objects.requireNonNull(getMessage());
    }

    /** What stands for {@code {0}} and so on in the text. */
    public Object[] arguments() {
        return arguments.clone();
    }

    /** The HTTP status that says the same. */
    public abstract int status();

    /** The stable last part of the problem's type, such as {@code not-found}. */
    public abstract String type();

    /** There is no such thing, or the caller may not know that there is. */
    public static final class NotFound extends Problem {
        public NotFound(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String type() {
            return "not-found";
        }
    }

    /** The caller is known and may not do this. */
    public static final class Forbidden extends Problem {
        public Forbidden(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public String type() {
            return "forbidden";
        }
    }

    /** Somebody else was there first, or the thing is no longer in a state that allows this. */
    public static final class Conflict extends Problem {
        public Conflict(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String type() {
            return "conflict";
        }
    }

    /** What was sent cannot be used. */
    public static final class Invalid extends Problem {
        public Invalid(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String type() {
            return "invalid";
        }
    }
}
