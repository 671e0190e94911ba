package org.espalier.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of style sheets, scripts and pictures, each with a fingerprint so that a browser may keep it for long. */
@Component
public final class Assets {
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of a file under {@code static/assets}; a missing file is a bug and throws. */
    public String address(String name) {
        return addresses.computeIfAbsent(name, Assets::fingerprinted);
    }

    private static String fingerprinted(String name) {
        try (var content = new ClassPathResource("static/assets/" + name).getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/assets/" + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
