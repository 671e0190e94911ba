package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organisations ask of their own people. Its administrators write it; nobody changes it, a new one follows. */
@Component
public class OrganisationRules {
    static final String COLUMNS = """
            o.id as rules_id, o.title as rules_title, o.cycle_months, o.hours, o.participatory_hours, o.reflections,
            o.valid_from, o.valid_until, e.name as organisation
            """;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_CYCLE = 120;

    private final JdbcClient jdbc;
    private final Today today;
    private final Clock clock;

    OrganisationRules(JdbcClient jdbc, Today today, Clock clock) {
        this.jdbc = jdbc;
        this.today = today;
        this.clock = clock;
    }

    /** What an administrator asks for; a zero asks for nothing. */
    public record Draft(
            String title, int cycleMonths, BigDecimal hours, BigDecimal participatoryHours, int reflections) {
        boolean asksForNothing() {
            return hours.signum() == 0 && participatoryHours.signum() == 0 && reflections == 0;
        }
    }

    /** One with its number. */
    public record Written(OrganisationRulesId id, RuleSet rules) {}

    /** All that an organisation ever asked for, the latest first. */
    public List<Written> of(Insider insider) {
        insider.requireAdministrator();
        return rules(List.of(insider.organisation().id()), null);
    }

    /** Those of these organisations that hold on a day. One SQL statement. */
    public List<RuleSet> on(LocalDate day, Collection<OrganisationId> organisations) {
        return rules(organisations, day).stream().map(Written::rules).toList();
    }

    private List<Written> rules(Collection<OrganisationId> organisations, @Nullable LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                from portfolio.organisation_rules o join organisation.employer e on e.organisation_id = o.organisation_id
                where o.organisation_id = any(:organisations)
                  and (cast(:day as date) is null or :day between o.valid_from and coalesce(o.valid_until, 'infinity'))
                order by o.id desc
                """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(Long[]::new))
                .param("day", day, Types.DATE)
                .query((row, number) -> new Written(new OrganisationRulesId(row.getLong("rules_id")), ruleSet(row)))
                .list();
    }

    @Transactional
    public OrganisationRulesId write(Insider insider, Draft draft) {
        insider.requireAdministrator();
        if (draft.title().isBlank()
                || draft.title().length() > LONGEST_TITLE
                || draft.cycleMonths() < 1
                || draft.cycleMonths() > LONGEST_CYCLE
                || draft.asksForNothing()
                || draft.participatoryHours().compareTo(draft.hours()) > 0) {
            throw new Problem.Invalid("portfolio.registration.problem.rules");
        }
        return jdbc.sql("""
                insert into portfolio.organisation_rules (organisation_id, title, cycle_months, hours,
                    participatory_hours, reflections, valid_from, written_by, written_at)
                values (:organisation, :title, :months, :hours, :participatory, :reflections, :today, :by, :now)
                returning id
                """)
                .param("organisation", insider.organisation().id().value())
                .param("title", draft.title().strip())
                .param("months", draft.cycleMonths())
                .param("hours", draft.hours())
                .param("participatory", draft.participatoryHours())
                .param("reflections", draft.reflections())
                .param("today", today.date())
                .param("by", insider.actor().account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OrganisationRulesId(row.getLong("id")))
                .single();
    }

    /** Today is the last day on which somebody can begin with them; whoever has begun keeps them. */
    @Transactional
    public void end(Insider insider, OrganisationRulesId id) {
        insider.requireAdministrator();
        var ended = jdbc.sql("""
                update portfolio.organisation_rules set valid_until = coalesce(valid_until, :today)
                where id = :id and organisation_id = :organisation
                """)
                .param("today", today.date())
                .param("id", id.value())
                .param("organisation", insider.organisation().id().value())
                .update();
        if (ended == 0) {
            throw Insiders.notFound();
        }
    }

    static RuleSet ruleSet(ResultSet row) throws SQLException {
        var organisation = row.getString("organisation");
        var hours = row.getBigDecimal("hours");
        var withOthers = row.getBigDecimal("participatory_hours");
        var reflections = row.getInt("reflections");
        var requirements = new ArrayList<Requirement>();
        if (hours.signum() > 0) {
            requirements.add(new Requirement.Hours("learning", "", "", hours, false, Set.of(EvidenceKind.CPD)));
        }
        if (withOthers.signum() > 0) {
            requirements.add(
                    new Requirement.Hours("learning-with-others", "", "", withOthers, true, Set.of(EvidenceKind.CPD)));
        }
        if (reflections > 0) {
            requirements.add(
                    new Requirement.Items("reflections", "", "", reflections, Set.of(EvidenceKind.REFLECTION)));
        }
        return new RuleSet(
                new OrganisationRulesId(row.getLong("rules_id")).ruleSet(),
                row.getString("rules_title"),
                organisation,
                "",
                null,
                null,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("cycle_months"),
                false,
                requirements);
    }
}
