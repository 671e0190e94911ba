package org.espalier.framework.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for programs; a version is its {@code espalier/1} document, whose schema is at {@code /schema}. */
@RestController
@RequestMapping("/api/frameworks")
class FrameworkApi {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    private final PublishedVersions versions;
    private final VersionAddresses addresses;

    FrameworkApi(PublishedVersions versions, VersionAddresses addresses) {
        this.versions = versions;
        this.addresses = addresses;
    }

    /** A framework in force. */
    record Listed(
            String slug,
            String title,
            @Nullable String publisher,
            String kind,
            int version,
            Instant publishedAt,
            int levels,
            int statements,
            String document) {

        static Listed of(FrameworkVersion version) {
            return new Listed(
                    version.slug(),
                    version.title(),
                    version.document().publisher(),
                    version.document().kind() == FrameworkDocument.Kind.ROLE_PROFILE ? "role-profile" : "framework",
                    version.number(),
                    version.publishedAt(),
                    version.levels().size(),
                    version.statements().size(),
                    address(version.slug(), version.number()));
        }
    }

    /** One version of a framework. */
    record ListedVersion(
            int version,
            String status,
            Instant publishedAt,
            @Nullable Instant withdrawnAt,
            String document) {

        static ListedVersion of(PublishedVersion version) {
            return new ListedVersion(
                    version.number(),
                    version.status().name().toLowerCase(Locale.ROOT),
                    version.publishedAt(),
                    version.withdrawnAt(),
                    address(version.slug(), version.number()));
        }
    }

    private static String address(String slug, int number) {
        return "/api/frameworks/" + slug + "/versions/" + number;
    }

    /** Every framework in force, by title. */
    @GetMapping
    List<Listed> frameworks() {
        return versions.allCurrent().stream().map(Listed::of).toList();
    }

    /** Every version of a framework, newest first. */
    @GetMapping("/{slug}/versions")
    List<ListedVersion> versions(@PathVariable String slug) {
        return addresses.current(slug).all().stream().map(ListedVersion::of).toList();
    }

    @GetMapping("/{slug}/versions/{number:\\d{1,9}}")
    ResponseEntity<byte[]> json(@PathVariable String slug, @PathVariable int number) {
        var page = addresses.version(slug, number);
        return document(page, MediaType.APPLICATION_JSON, FrameworkFormat.json(page.document()));
    }

    @GetMapping("/{slug}/versions/{number:\\d{1,9}}.yaml")
    ResponseEntity<byte[]> yaml(@PathVariable String slug, @PathVariable int number) {
        var page = addresses.version(slug, number);
        var answer = document(page, YAML, FrameworkFormat.yaml(page.document()));
        var name = page.version().slug() + "-" + number + ".yaml";
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(answer.getBody());
    }

    /** A published document never changes, so whoever has it may keep it. */
    private static ResponseEntity<byte[]> document(VersionPage page, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .eTag("version-" + page.version().id() + "-" + type.getSubtype())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
