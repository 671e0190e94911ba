package org.espalier.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.espalier.access.Account;
import org.espalier.access.AccountId;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferId;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.ReviewCoverage;
import org.espalier.learning.coverage.Subject;
import org.espalier.learning.coverage.Verdict;
import org.espalier.learning.recognition.RecognisePriorLearning;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceLine;
import org.espalier.portfolio.PortfolioQuery;
import org.espalier.portfolio.Portfolios;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A made-up college with an educator, what can be learned with it, and what it says that covers. */
@Component
class SampleLearning {
    private static final String NAME = "Brackenhill College";
    private static final EmailAddress EDUCATOR = new EmailAddress("idris@brackenhill.example");
    private static final String EDUCATOR_NAME = "Idris Kemble";
    private static final String SUPPORT_WORK = "allied-health-professions-support-worker-framework-starter-summary";
    private static final String OCCUPATIONAL_THERAPY =
            "occupational-therapy-in-social-care-levels-5-to-9-starter-summary";
    private static final String FIRST_PART = "domain-2";

    private final SetUpSteps steps;
    private final SignIns signIns;
    private final CreateAccount createAccount;
    private final Accounts accounts;
    private final Organisations organisations;
    private final People people;
    private final Memberships memberships;
    private final Grants grants;
    private final Insiders insiders;
    private final PublishedVersions versions;
    private final KeepOffers keepOffers;
    private final Providers providers;
    private final ClaimCoverage claimCoverage;
    private final CoverageClaims claims;
    private final ReviewCoverage reviewCoverage;
    private final RecognisePriorLearning recognise;
    private final Portfolios portfolios;
    private final Clock clock;

    SampleLearning(
            SetUpSteps steps,
            SignIns signIns,
            CreateAccount createAccount,
            Accounts accounts,
            Organisations organisations,
            People people,
            Memberships memberships,
            Grants grants,
            Insiders insiders,
            PublishedVersions versions,
            KeepOffers keepOffers,
            Providers providers,
            ClaimCoverage claimCoverage,
            CoverageClaims claims,
            ReviewCoverage reviewCoverage,
            RecognisePriorLearning recognise,
            Portfolios portfolios,
            Clock clock) {
        this.steps = steps;
        this.signIns = signIns;
        this.createAccount = createAccount;
        this.accounts = accounts;
        this.organisations = organisations;
        this.people = people;
        this.memberships = memberships;
        this.grants = grants;
        this.insiders = insiders;
        this.versions = versions;
        this.keepOffers = keepOffers;
        this.providers = providers;
        this.claimCoverage = claimCoverage;
        this.claims = claims;
        this.reviewCoverage = reviewCoverage;
        this.recognise = recognise;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** Adds it to a database that has not seen it, once the sample people have their evidence. */
    void add() {
        steps.once("sample/learning", this::write);
    }

    private void write() {
        var insider = educator();
        keepOffers.describe(
                insider, NAME, CliMessages.text("cli.learning.about"), "https://brackenhill.example/courses");
        versions.current(SUPPORT_WORK).ifPresent(version -> supportWork(insider, version));
        versions.current(OCCUPATIONAL_THERAPY).ifPresent(version -> therapy(insider, version));
        course(insider, "change", Offer.Kind.MODULE, "", "", "", Offer.Mode.BLENDED, Offer.Status.DRAFT);
        review();
        ask();
    }

    private Insider educator() {
        var description = EDUCATOR_NAME + ", " + CliMessages.text("cli.person.educator");
        var account = createAccount
                .atSetUp(EDUCATOR, EDUCATOR_NAME, Set.of(), signIns.passwordFor(EDUCATOR.value(), description))
                .or(() -> accounts.find(EDUCATOR).map(Account::id))
                .orElseThrow();
        var college = organisations.add(NAME);
        memberships.join(people.of(account, EDUCATOR_NAME), college.id(), null);
        give(account, college.id(), Role.EDUCATOR);
        give(account, college.id(), Role.ORGANISATION_ADMINISTRATOR);
        return insiders.enter(new Actor(account, EDUCATOR_NAME, Set.of()), college.slug());
    }

    private void give(AccountId account, OrganisationId college, Role role) {
        grants.add(account, college, role, new Scope.WholeOrganisation(), clock.instant(), null, null);
    }

    private void supportWork(Insider insider, FrameworkVersion version) {
        var foundation = course(
                insider, "foundation", Offer.Kind.FORMAL, "2", "13", "0", Offer.Mode.BLENDED, Offer.Status.PUBLISHED);
        claim(insider, foundation, version, CoverageKind.TEACHES, level(version, 0), FIRST_PART);
        claim(insider, foundation, version, CoverageKind.ASSESSES, level(version, 0), "competency-3-1");
        claim(insider, foundation, version, CoverageKind.SUPPORTS, null, "competency-4-1", "competency-5-1");
        var apprenticeship = course(
                insider,
                "apprenticeship",
                Offer.Kind.APPRENTICESHIP,
                "5",
                "",
                "",
                Offer.Mode.AT_WORK,
                Offer.Status.PUBLISHED);
        claim(insider, apprenticeship, version, CoverageKind.TEACHES, level(version, 2), FIRST_PART, "domain-3");
        claim(insider, apprenticeship, version, CoverageKind.TEACHES, level(version, 1), "competency-2-5", "domain-3");
        var talks =
                course(insider, "talks", Offer.Kind.INFORMAL, "", "", "45", Offer.Mode.ONLINE, Offer.Status.PUBLISHED);
        claim(insider, talks, version, CoverageKind.SUPPORTS, null, "competency-2-5", "competency-2-6");
        claim(insider, null, version, CoverageKind.STATES_POLICY, null, "competency-5-5");
        claim(insider, null, version, CoverageKind.NOT_APPLICABLE, null, "competency-1-2");
    }

    private void therapy(Insider insider, FrameworkVersion version) {
        var supervising = course(
                insider,
                "supervising",
                Offer.Kind.MODULE,
                "7",
                "20",
                "420",
                Offer.Mode.IN_PERSON,
                Offer.Status.PUBLISHED);
        var supervise = "teach-mentor-supervise-and-or-assess-others";
        claim(
                insider,
                supervising,
                version,
                CoverageKind.TEACHES,
                "level-6",
                supervise,
                "facilitate-practice-learning");
        claim(
                insider,
                supervising,
                version,
                CoverageKind.TEACHES,
                null,
                "level-6-leadership-and-management-c1",
                "level-6-leadership-and-management-r2",
                "level-6-leadership-and-management-r3");
        claim(insider, supervising, version, CoverageKind.ASSESSES, null, supervise);
        var judging = course(
                insider, "judging", Offer.Kind.FORMAL, "6", "30", "980", Offer.Mode.BLENDED, Offer.Status.PUBLISHED);
        claim(
                insider,
                judging,
                version,
                CoverageKind.TEACHES,
                null,
                "professional-judgement-and-decision-making",
                "evidence-into-practice",
                "safe-effective-and-person-centred-care",
                "level-5-professional-practice-c2",
                "level-6-professional-practice-k2",
                "level-6-professional-practice-k3",
                "level-6-leadership-and-management-c1");
    }

    private static @Nullable String level(FrameworkVersion version, int number) {
        return number < version.levels().size() ? version.levels().get(number).id() : null;
    }

    private OfferId course(
            Insider insider,
            String key,
            Offer.Kind kind,
            String level,
            String credits,
            String cost,
            Offer.Mode mode,
            Offer.Status status) {
        var start = "cli.learning." + key;
        var details = OfferAnswers.typed(field -> switch (field) {
                    case TITLE -> CliMessages.text(start);
                    case SUMMARY -> CliMessages.text(start + ".summary");
                    case KIND -> kind.name();
                    case SCALE -> level.isEmpty() ? "" : "RQF/CQFW";
                    case LEVEL -> level;
                    case COMPARABLE_SCALE -> level.equals("6") ? "SCQF" : "";
                    case COMPARABLE_LEVEL -> level.equals("6") ? "9" : "";
                    case COMPARABLE_BY -> level.equals("6") ? CliMessages.text("cli.learning.comparable") : "";
                    case ACCREDITATION -> level.equals("6") ? CliMessages.text("cli.learning.accreditation") : "";
                    case REQUIREMENTS -> level.equals("6") ? CliMessages.text("cli.learning.requirements") : "";
                    case COST_NOTE ->
                        cost.isEmpty() || cost.equals("0") ? "" : CliMessages.text("cli.learning.costNote");
                    case CREDITS -> credits;
                    case COST -> cost;
                    case MODE -> mode.name();
                    case AWARDING_BODY -> credits.isEmpty() ? "" : CliMessages.text("cli.learning.awarding");
                    case DURATION -> CliMessages.text(start + ".duration");
                    case PRIOR_LEARNING -> credits.isEmpty() ? "" : CliMessages.text("cli.learning.prior");
                    case LEADS_TO -> credits.isEmpty() ? "" : CliMessages.text("cli.learning.leads");
                    case OCCASIONS -> mode == Offer.Mode.ONLINE ? "" : "2027-01-18 Brackenhill\n2027-09-06 Brackenhill";
                    default -> "";
                })
                .details(true)
                .orElseThrow();
        var reference = "BC-" + key.substring(0, 4).toUpperCase(Locale.ROOT);
        return switch (keepOffers.add(insider, reference, details, status)) {
            case KeepOffers.Result.Saved(var id) -> id;
            case KeepOffers.Result.ChangedMeanwhile _, KeepOffers.Result.ReferenceTaken _ ->
                throw new IllegalStateException("Nobody else knows it yet");
        };
    }

    /** Those of these parts that the version has, be they competencies or statements. */
    private void claim(
            Insider insider,
            @Nullable OfferId offer,
            FrameworkVersion version,
            CoverageKind kind,
            @Nullable String level,
            String... parts) {
        var subjects = new ArrayList<Subject>();
        for (var part : parts) {
            if (version.group(part).isPresent()) {
                subjects.add(Subject.of(version.id(), part, level));
            }
            version.statement(part).ifPresent(statement -> subjects.add(Subject.of(version.id(), statement.id())));
        }
        var grounds = kind == CoverageKind.TEACHES
                ? new CoverageClaim.Grounds(CliMessages.text("cli.learning.grounds"), "", null, null)
                : CoverageClaim.Grounds.NONE;
        claimCoverage.add(insider, offer, subjects, kind, grounds);
    }

    /** An author of frameworks accepts one and questions another. */
    private void review() {
        var ceri = actor("ceri");
        providers.named(NAME).map(provider -> claims.of(provider.id())).orElse(List.of()).stream()
                .filter(claim -> claim.offer() != null)
                .limit(3)
                .forEach(claim -> reviewCoverage.capacities(ceri, claim).stream()
                        .filter(capacity -> capacity.organisation() == null)
                        .findFirst()
                        .ifPresent(capacity -> {
                            var questioned = claim.kind() == CoverageKind.ASSESSES;
                            reviewCoverage.review(
                                    ceri,
                                    claim,
                                    capacity,
                                    questioned ? Verdict.QUESTIONED : Verdict.ACCEPTED,
                                    questioned ? CliMessages.text("cli.learning.question") : "");
                        }));
    }

    /** Tom asks for recognition of what he learnt before. */
    private void ask() {
        var tom = actor("tom");
        var evidence = portfolios.page(people.of(tom), PortfolioQuery.everything()).lines().stream()
                .filter(line -> !line.draft())
                .map(EvidenceLine::id)
                .limit(2)
                .toList();
        var provider = providers.named(NAME).orElseThrow();
        if (!evidence.isEmpty()) {
            recognise.ask(
                    tom,
                    provider,
                    null,
                    CliMessages.text("cli.learning.foundation"),
                    CliMessages.text("cli.learning.asks"),
                    evidence,
                    CliMessages.text("cli.learning.purpose"));
        }
    }

    private Actor actor(String who) {
        var account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), account.roles());
    }
}
