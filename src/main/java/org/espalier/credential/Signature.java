package org.espalier.credential;

import java.util.Base64;

/**
 * An Ed25519 signature with the key that checks it.
 *
 * @param publicKey X.509
 */
public record Signature(byte[] value, byte[] publicKey) {

    /** In base 64. */
    public String text() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** In base 64. */
    public String publicKeyText() {
        return Base64.getEncoder().encodeToString(publicKey);
    }
}
