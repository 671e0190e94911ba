package org.espalier.portfolio.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidenceKind.Question;
import org.espalier.portfolio.EvidenceView;
import org.espalier.portfolio.Structure;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What a person types about a piece of evidence, as typed. While it is a draft everything may be missing; what cannot be
 * read is an error at once, and left out of {@link #content()}.
 */
record EvidenceForm(
        EvidenceKind kind,
        Structure structure,
        String title,
        DateInput date,
        List<String> parts,
        String source,
        String link,
        DateInput validUntil,
        String hours,
        String participatory,
        FormErrors errors) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_PART = 20_000;
    static final int LONGEST_LINE = 500;
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(2000);

    static EvidenceForm of(EvidenceView view) {
        var content = view.content();
        var participatory = content.participatory();
        return new EvidenceForm(
                view.kind(),
                content.structure(),
                content.title(),
                DateInput.of(content.date()),
                content.parts(),
                text(content.source()),
                text(content.link()),
                DateInput.of(content.validUntil()),
                content.hours() == null
                        ? ""
                        : content.hours().stripTrailingZeros().toPlainString(),
                participatory == null ? "" : participatory ? "yes" : "no",
                FormErrors.none());
    }

    /** What was typed, with what cannot be read as meant. */
    static EvidenceForm typed(EvidenceKind kind, Map<String, String> fields) {
        var structure = Structure.ofSlug(fields.getOrDefault("structure", "")).orElse(Structure.FREE);
        var parts = new ArrayList<String>();
        for (var n = 1; n <= structure.headings().size(); n++) {
            parts.add(fields.getOrDefault("part-" + n, "").replace("\r\n", "\n").stripTrailing());
        }
        return new EvidenceForm(
                        kind,
                        structure,
                        line(fields, "title"),
                        DateInput.of(fields, "date"),
                        parts,
                        line(fields, "source"),
                        line(fields, "link"),
                        DateInput.of(fields, "validUntil"),
                        line(fields, "hours"),
                        line(fields, "participatory"),
                        FormErrors.none())
                .checked();
    }

    private static String line(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private EvidenceForm checked() {
        var form = this;
        if (title.length() > LONGEST_TITLE) {
            form = form.with("title", "portfolio.title.long", LONGEST_TITLE);
        }
        if (date.isWrong()) {
            form = form.with("date-day", "portfolio.date.wrong");
        }
        for (var n = 0; n < parts.size(); n++) {
            if (parts.get(n).length() > LONGEST_PART) {
                form = form.with("part-" + (n + 1), "portfolio.part.long", LONGEST_PART);
            }
        }
        if (source.length() > LONGEST_LINE) {
            form = form.with("source", "portfolio.source.long", LONGEST_LINE);
        }
        if (!link.isEmpty() && webAddress(link).isEmpty()) {
            form = form.with("link", "portfolio.link.wrong");
        }
        if (validUntil.isWrong()) {
            form = form.with("validUntil-day", "portfolio.validUntil.wrong");
        }
        if (!hours.isEmpty() && number(hours).isEmpty()) {
            form = form.with("hours", "portfolio.hours.wrong");
        }
        return form;
    }

    /** With what is still missing before it can be kept. */
    EvidenceForm complete(EvidenceView item) {
        var form = this;
        if (kind == EvidenceKind.FILE && item.presentFiles().isEmpty()) {
            form = form.with("files", "portfolio.files.missing");
        }
        if (title.isEmpty()) {
            form = form.with("title", "portfolio.title.missing");
        }
        if (kind == EvidenceKind.REFLECTION && parts.stream().allMatch(String::isBlank)) {
            form = form.with("part-1", "portfolio.part.missing");
        }
        if (kind.asks(Question.LINK) && link.isEmpty()) {
            form = form.with("link", "portfolio.link.missing");
        }
        if (kind.asks(Question.HOURS) && hours.isEmpty()) {
            form = form.with("hours", "portfolio.hours.missing");
        }
        if (kind.asks(Question.HOURS) && participatory.isEmpty()) {
            form = form.with("participatory", "portfolio.participatory.missing");
        }
        return form;
    }

    EvidenceForm withTitle(String other) {
        return new EvidenceForm(
                kind, structure, other, date, parts, source, link, validUntil, hours, participatory, errors);
    }

    EvidenceForm with(String field, String messageKey, Object... arguments) {
        return new EvidenceForm(
                kind,
                structure,
                title,
                date,
                parts,
                source,
                link,
                validUntil,
                hours,
                participatory,
                errors.and(field, messageKey, arguments));
    }

    /** All that can be read as meant. */
    EvidenceContent content() {
        return new EvidenceContent(
                cut(title, LONGEST_TITLE),
                date.date().orElse(null),
                structure,
                parts.stream().map(part -> cut(part, LONGEST_PART)).toList(),
                orNull(cut(source, LONGEST_LINE)),
                webAddress(link).orElse(null),
                validUntil.date().orElse(null),
                number(hours).orElse(null),
                switch (participatory) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> null;
                });
    }

    private static Optional<BigDecimal> number(String typed) {
        try {
            return Optional.of(new BigDecimal(typed.replace(',', '.')))
                    .filter(hours -> hours.signum() >= 0 && hours.compareTo(MOST_HOURS) <= 0)
                    .map(hours -> hours.setScale(2, RoundingMode.HALF_UP));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Only the web: a link never runs anything. */
    private static Optional<String> webAddress(String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        var address = typed.contains("://") ? typed : "https://" + typed;
        try {
            var uri = new URI(address);
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var isWeb = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getHost().contains(".");
            return isWeb ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
