package org.espalier.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs certificates with this installation's own key, which it makes when the first one is issued. */
@Component
class SigningKeys {
    private static final String ALGORITHM = "Ed25519";

    private final JdbcClient jdbc;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(long id, byte[] publicKey, byte[] privateKey) {}

    /** A signature and the number of its key. */
    record Signed(long key, byte[] signature) {}

    /** Inside the transaction of whoever issues. */
    Signed sign(String content) {
        var key = latest();
        try {
            var signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initSign(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key.privateKey())));
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return new Signed(key.id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGenuine(String content, Signature signed) {
        try {
            var signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(signed.publicKey())));
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed.value());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Key latest() {
        jdbc.sql("lock table credential.signing_key in share row exclusive mode")
                .update();
        return jdbc.sql("select id, public_key, private_key from credential.signing_key order by id desc limit 1")
                .query((row, number) ->
                        new Key(row.getLong("id"), row.getBytes("public_key"), row.getBytes("private_key")))
                .optional()
                .orElseGet(this::make);
    }

    private Key make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return jdbc.sql("""
                    insert into credential.signing_key (public_key, private_key, created_at)
                    values (:public, :private, :now) returning id, public_key, private_key
                    """)
                    .param("public", pair.getPublic().getEncoded())
                    .param("private", pair.getPrivate().getEncoded())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, number) ->
                            new Key(row.getLong("id"), row.getBytes("public_key"), row.getBytes("private_key")))
                    .single();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
