package org.espalier.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.ui.FormError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferAnswersTests {

    @Test
    void readsWhatSomebodyTyped() {
        var answers = typed(Map.of(
                OfferField.TITLE, " Hive first aid ",
                OfferField.KIND, "formal",
                OfferField.SUMMARY, "Stings and what to do",
                OfferField.SCALE, "cqfw",
                OfferField.LEVEL, "Level 3",
                OfferField.CREDITS, "7.5",
                OfferField.COST, "£1,099.50",
                OfferField.OCCASIONS, "2027-01-18 Cardiff\nBangor; 2027-02-01"));

        var details = answers.details(true).orElseThrow(() -> new AssertionError(answers.errors()));

        assertThat(details.title()).isEqualTo("Hive first aid");
        assertThat(details.level()).isEqualTo(new QualificationLevel(LevelScale.RQF_CQFW, "3"));
        assertThat(details.credits()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(details.costPence()).isEqualTo(109_950);
        assertThat(details.occasions())
                .containsExactly(
                        new Offer.Occasion(LocalDate.of(2027, 1, 18), "Cardiff"),
                        new Offer.Occasion(null, "Bangor"),
                        new Offer.Occasion(LocalDate.of(2027, 2, 1), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE, '', learning.form.title.missing",
        "KIND, '', learning.form.kind.missing",
        "KIND, seminar, learning.form.kind.unknown",
        "SUMMARY, '', learning.form.summary.missing",
        "SCALE, Guild, learning.form.scale.unknown",
        "LEVEL, 13, learning.form.level.unknown",
        "LEVEL, 0, learning.form.level.unknown",
        "CREDITS, many, learning.form.credits.wrong",
        "COST, -5, learning.form.cost.wrong",
        "MODE, by post, learning.form.mode.unknown",
        "OCCASIONS, 2027-02-30 Cardiff, learning.form.occasions.day",
        "OCCASIONS, 18/01/2027 Cardiff, learning.form.occasions.day",
        "LINK, javascript:alert(1), learning.form.link.wrong",
        "LINK, example.org, learning.form.link.wrong"
    })
    void saysAtTheFieldWhatIsWrong(OfferField field, String text, String message) {
        var answers = typed(Map.of(field, text));

        assertThat(answers.details(true)).isEmpty();
        assertThat(answers.errors().all())
                .extracting(FormError::field, FormError::messageKey)
                .containsExactly(tuple(field.id(), message));
        assertThat(answers.get(field)).isEqualTo(text);
    }

    @Test
    void asksForTheFrameworkOfALevelAndForWhoComparesLevels() {
        assertThat(errors(typed(Map.of(OfferField.SCALE, "", OfferField.LEVEL, "3"))))
                .containsExactly("scale");
        assertThat(errors(typed(Map.of(OfferField.COMPARABLE_SCALE, "EQF", OfferField.COMPARABLE_LEVEL, "4"))))
                .containsExactly("comparableBy");
    }

    @Test
    void keepsADraftThatIsNotCompleteYet() {
        var draft = OfferAnswers.typed(field -> field == OfferField.TITLE ? "An idea" : null);

        assertThat(draft.details(false)).isPresent();
        assertThat(draft.details(true)).isEmpty();
    }

    private static List<String> errors(OfferAnswers answers) {
        assertThat(answers.details(true)).isEmpty();
        return answers.errors().all().stream().map(FormError::field).toList();
    }

    /** A complete answer, but for these fields. */
    private static OfferAnswers typed(Map<OfferField, String> typed) {
        var all = new EnumMap<OfferField, String>(Map.of(
                OfferField.TITLE, "Hive first aid",
                OfferField.KIND, "informal",
                OfferField.SUMMARY, "Stings",
                OfferField.SCALE, "SCQF",
                OfferField.LEVEL, "12"));
        all.putAll(typed);
        return OfferAnswers.typed(all::get);
    }
}
