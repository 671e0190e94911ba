package org.espalier.learning;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.learning.Offer.Details;
import org.espalier.learning.Offer.Kind;
import org.espalier.learning.Offer.Mode;
import org.espalier.learning.Offer.Occasion;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about something on offer, in a form or in a row of a file, kept as typed until all of it can be
 * used. Pure: the same words give the same details or the same errors.
 */
public final class OfferAnswers {
    private static final int MOST_OCCASIONS = 100;
    private static final BigDecimal MOST_CREDITS = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST_POUNDS = BigDecimal.valueOf(1_000_000);

    private final Map<OfferField, String> typed;
    private FormErrors errors = FormErrors.none();

    private OfferAnswers(Map<OfferField, String> typed) {
        this.typed = typed;
    }

    /** @param answer what was typed for a field; null and blank are the same */
    public static OfferAnswers typed(Function<OfferField, @Nullable String> answer) {
        var typed = new EnumMap<OfferField, String>(OfferField.class);
        for (var field : OfferField.values()) {
            var text = answer.apply(field);
            typed.put(field, text == null ? "" : text.replace("\r\n", "\n").strip());
        }
        return new OfferAnswers(typed);
    }

    public static OfferAnswers none() {
        return typed(field -> "");
    }

    /** What was said before, as somebody would type it. */
    public static OfferAnswers of(Offer offer) {
        var details = offer.details();
        var level = details.level();
        var comparable = details.comparable();
        return typed(field -> switch (field) {
            case REFERENCE -> offer.reference();
            case TITLE -> details.title();
            case KIND -> name(details.kind());
            case SUMMARY -> details.summary();
            case SCALE -> level == null ? "" : level.scale().title();
            case LEVEL -> level == null ? "" : level.level();
            case COMPARABLE_SCALE ->
                comparable == null ? "" : comparable.level().scale().title();
            case COMPARABLE_LEVEL ->
                comparable == null ? "" : comparable.level().level();
            case COMPARABLE_BY -> comparable == null ? "" : comparable.by();
            case CREDITS -> details.credits() == null ? "" : details.credits().toPlainString();
            case AWARDING_BODY -> details.awardingBody();
            case ACCREDITATION -> details.accreditation();
            case DURATION -> details.duration();
            case COST -> details.costPence() == null ? "" : pounds(details.costPence());
            case COST_NOTE -> details.costNote();
            case MODE -> name(details.mode());
            case OCCASIONS ->
                details.occasions().stream()
                        .map(occasion ->
                                (occasion.startsOn() == null ? "" : occasion.startsOn() + " ") + occasion.place())
                        .map(String::strip)
                        .collect(Collectors.joining("\n"));
            case REQUIREMENTS -> details.requirements();
            case PRIOR_LEARNING -> details.priorLearning();
            case LEADS_TO -> details.leadsTo();
            case LINK -> details.link();
        });
    }

    public String get(OfferField field) {
        return Objects.requireNonNull(typed.get(field));
    }

    /** The answer of a list to choose from, as its code. */
    public String code(OfferField field) {
        return get(field).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    }

    /** The codes of a list to choose from. */
    public static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toList();
    }

    public FormErrors errors() {
        return errors;
    }

    /**
     * The details, when all that was typed can be used; else {@link #errors()} says what cannot.
     *
     * @param complete true when people are to see it, so that kind and summary may not be missing
     */
    public Optional<Details> details(boolean complete) {
        errors = FormErrors.none();
        for (var field : OfferField.values()) {
            if (get(field).length() > field.longest()) {
                wrong(field, "learning.form.long", field.longest());
            }
        }
        if (get(OfferField.TITLE).isEmpty()) {
            wrong(OfferField.TITLE, "learning.form.title.missing");
        }
        if (complete && get(OfferField.SUMMARY).isEmpty()) {
            wrong(OfferField.SUMMARY, "learning.form.summary.missing");
        }
        var kind = choice(OfferField.KIND, Kind.values(), complete);
        var level = level(OfferField.SCALE, OfferField.LEVEL);
        var comparable = level(OfferField.COMPARABLE_SCALE, OfferField.COMPARABLE_LEVEL);
        if (comparable != null && get(OfferField.COMPARABLE_BY).isEmpty()) {
            wrong(OfferField.COMPARABLE_BY, "learning.form.comparableBy.missing");
        }
        var credits = number(OfferField.CREDITS, MOST_CREDITS, "learning.form.credits.wrong");
        var cost = number(OfferField.COST, MOST_POUNDS, "learning.form.cost.wrong");
        var mode = choice(OfferField.MODE, Mode.values(), false);
        var occasions = occasions();
        if (!isLink(get(OfferField.LINK))) {
            wrong(OfferField.LINK, "learning.form.link.wrong");
        }
        if (errors.any()) {
            return Optional.empty();
        }
        return Optional.of(new Details(
                get(OfferField.TITLE),
                kind,
                get(OfferField.SUMMARY),
                level,
                comparable == null ? null : new Offer.Comparable(comparable, get(OfferField.COMPARABLE_BY)),
                credits,
                get(OfferField.AWARDING_BODY),
                get(OfferField.ACCREDITATION),
                get(OfferField.DURATION),
                cost == null ? null : cost.movePointRight(2).longValue(),
                get(OfferField.COST_NOTE),
                mode,
                occasions,
                get(OfferField.REQUIREMENTS),
                get(OfferField.PRIOR_LEARNING),
                get(OfferField.LEADS_TO),
                get(OfferField.LINK)));
    }

    /** One more thing that is wrong. */
    public OfferAnswers wrong(OfferField field, String messageKey, Object... arguments) {
        if (errors.at(field.id()) == null) {
            errors = errors.and(field.id(), messageKey, arguments);
        }
        return this;
    }

    /** An address of the web, or nothing. */
    public static boolean isLink(String typed) {
        if (typed.isEmpty()) {
            return true;
        }
        try {
            var link = new URI(typed);
            return ("https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()))
                    && link.getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(OfferField field, E[] all, boolean needed) {
        var text = get(field);
        if (text.isEmpty()) {
            if (needed) {
                wrong(field, "learning.form." + field.id() + ".missing");
            }
            return null;
        }
        var code = code(field);
        var found = Arrays.stream(all)
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(null);
        if (found == null) {
            wrong(field, "learning.form." + field.id() + ".unknown", words(all));
        }
        return found;
    }

    private @Nullable QualificationLevel level(OfferField scaleField, OfferField levelField) {
        var scaleText = get(scaleField);
        var levelText = get(levelField);
        if (scaleText.isEmpty() && levelText.isEmpty()) {
            return null;
        }
        if (scaleText.isEmpty()) {
            wrong(scaleField, "learning.form.scale.missing");
            return null;
        }
        var scale = LevelScale.named(scaleText).orElse(null);
        if (scale == null) {
            wrong(
                    scaleField,
                    "learning.form.scale.unknown",
                    Arrays.stream(LevelScale.values()).map(LevelScale::title).collect(Collectors.joining(", ")));
            return null;
        }
        var level = scale.level(levelText).orElse(null);
        if (level == null) {
            wrong(levelField, "learning.form.level.unknown", scale.title(), String.join(", ", scale.levels()));
            return null;
        }
        return new QualificationLevel(scale, level);
    }

    private @Nullable BigDecimal number(OfferField field, BigDecimal most, String messageKey) {
        var text = get(field).replaceAll("[£,\\s]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}(\\.\\d{1,2})?") || new BigDecimal(text).compareTo(most) > 0) {
            wrong(field, messageKey);
            return null;
        }
        return new BigDecimal(text);
    }

    /** One a line, or held apart by semicolons: a day such as 2026-12-03 when there is one, then the place. */
    private List<Occasion> occasions() {
        var occasions = new ArrayList<Occasion>();
        var lines = Arrays.stream(get(OfferField.OCCASIONS).split("[\\n;]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > MOST_OCCASIONS) {
            wrong(OfferField.OCCASIONS, "learning.form.occasions.many", MOST_OCCASIONS);
        }
        for (var line : lines) {
            var startsWithDigits = line.matches("^\\d{4}-\\d{1,2}-\\d{1,2}.*");
            if (!startsWithDigits) {
                if (line.matches("^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}.*")) {
                    wrong(OfferField.OCCASIONS, "learning.form.occasions.day", line);
                }
                occasions.add(new Occasion(null, line));
                continue;
            }
            var parts = line.split("[\\s,]+", 2);
            try {
                occasions.add(new Occasion(LocalDate.parse(parts[0]), parts.length > 1 ? parts[1].strip() : ""));
            } catch (DateTimeException none) {
                wrong(OfferField.OCCASIONS, "learning.form.occasions.day", line);
            }
        }
        return occasions;
    }

    private static String words(Enum<?>[] all) {
        return Arrays.stream(all).map(OfferAnswers::name).collect(Collectors.joining(", "));
    }

    private static String name(@Nullable Enum<?> one) {
        return one == null ? "" : one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String pounds(long pence) {
        var pounds = BigDecimal.valueOf(pence, 2);
        return (pence % 100 == 0 ? pounds.setScale(0) : pounds).toPlainString();
    }
}
