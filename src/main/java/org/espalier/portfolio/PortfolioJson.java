package org.espalier.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.framework.PublishedVersions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a portfolio as {@code espalier-portfolio/1}, item by item; {@code docs/portfolio-json.md} describes it. */
final class PortfolioJson implements AutoCloseable {
    static final String FORMAT = "espalier-portfolio/1";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final JsonGenerator json;
    private final PublishedVersions versions;

    PortfolioJson(OutputStream out, String person, Instant now, PublishedVersions versions) {
        this.versions = versions;
        this.json = MAPPER.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("takenAt", now.toString());
        json.writeStringProperty("person", person);
        json.writeArrayPropertyStart("evidence");
    }

    private record Item(
            long id,
            String kind,
            String title,
            @Nullable String date,
            String structure,
            List<Part> parts,
            @Nullable String source,
            @Nullable String link,
            @Nullable String validUntil,
            @Nullable BigDecimal hours,
            @Nullable Boolean participatory,
            boolean draft,
            String addedAt,
            String changedAt,
            List<Statement> supports,
            List<File> files,
            List<Shared> shares) {}

    private record Part(String heading, String text) {}

    private record Statement(
            String framework,
            String title,
            int version,
            @Nullable String level,
            @Nullable String group,
            String statement,
            String text) {}

    private record File(String path, String mediaType, long size, String sha256, String addedAt) {}

    private record Shared(
            String with,
            String purpose,
            String sharedAt,
            String until,
            @Nullable String withdrawnAt,
            List<Look> looks) {}

    private record Look(String at, @Nullable String file) {}

    void add(List<EvidenceView> batch, Map<EvidenceId, List<Share>> shares) {
        for (var view : batch) {
            json.writePOJO(item(view, shares.getOrDefault(view.id(), List.of())));
        }
    }

    private Item item(EvidenceView view, List<Share> shares) {
        var content = view.content();
        return new Item(
                view.id().value(),
                view.kind().slug(),
                content.title(),
                text(content.date()),
                content.structure().slug(),
                parts(content),
                content.source(),
                content.link(),
                text(content.validUntil()),
                content.hours(),
                content.participatory(),
                view.isDraft(),
                view.addedAt().toString(),
                view.changedAt().toString(),
                view.supports().stream()
                        .flatMap(support -> statement(support).stream())
                        .toList(),
                view.presentFiles().stream()
                        .map(file -> new File(
                                TakePortfolio.pathOf(view, file),
                                file.type().mediaType(),
                                file.size(),
                                file.sha256(),
                                file.addedAt().toString()))
                        .toList(),
                shares.stream().map(PortfolioJson::shared).toList());
    }

    private static List<Part> parts(EvidenceContent content) {
        var parts = new ArrayList<Part>();
        for (var n = 0; n < content.parts().size(); n++) {
            parts.add(new Part(
                    content.structure().headings().get(n), content.parts().get(n)));
        }
        return parts;
    }

    private List<Statement> statement(Support support) {
        return versions.find(support.version()).stream()
                .flatMap(version -> version.statement(support.statement()).stream()
                        .map(statement -> new Statement(
                                version.slug(),
                                version.title(),
                                version.number(),
                                statement.level(),
                                statement.group(),
                                statement.key(),
                                statement.text())))
                .toList();
    }

    private static Shared shared(Share share) {
        return new Shared(
                share.with(),
                share.purpose(),
                share.sharedAt().toString(),
                share.until().toString(),
                text(share.withdrawnAt()),
                share.looks().stream()
                        .map(look -> new Look(look.at().toString(), look.file()))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
