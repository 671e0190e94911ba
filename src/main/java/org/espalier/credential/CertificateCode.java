package org.espalier.credential;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what anybody finds a certificate: 16 letters and digits (80 random bits) in Crockford's base 32, which has no letters
 * that look like digits.
 */
public record CertificateCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public CertificateCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a certificate's code");
        }
    }

    static CertificateCode random() {
        var code = new StringBuilder(16);
        for (var n = 0; n < 16; n++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CertificateCode(code.toString());
    }

    /** The code as somebody typed it, with or without its hyphens; empty when it cannot be one. */
    public static Optional<CertificateCode> of(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(plain).matches() ? Optional.of(new CertificateCode(plain)) : Optional.empty();
    }

    /** In four groups of four, as people read it. */
    @Override
    public String toString() {
        return String.join(
                "-", value.substring(0, 4), value.substring(4, 8), value.substring(8, 12), value.substring(12));
    }
}
