package org.espalier.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.assessment.Claims;
import org.espalier.assessment.request.Assessor;
import org.espalier.assessment.request.Assessors;
import org.espalier.assessment.request.ConflictDeclared;
import org.espalier.assessment.request.Conflicts;
import org.espalier.credential.LevelRequest.State;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionStatus;
import org.espalier.framework.format.GroupEntry;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the question whether a whole level can be signed off to its certificate. That everything in it is signed off, that
 * nobody judges themselves, and that the assessor's role reaches all of it is checked when it is asked and again when it
 * is decided.
 */
@Component
public class SignOffLevel {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int MOST_WORDS = 4_000;

    private final People people;
    private final PublishedVersions versions;
    private final Claims claims;
    private final Assessors assessors;
    private final Conflicts conflicts;
    private final Grants grants;
    private final LevelRequests requests;
    private final Certificates certificates;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignOffLevel(
            People people,
            PublishedVersions versions,
            Claims claims,
            Assessors assessors,
            Conflicts conflicts,
            Grants grants,
            LevelRequests requests,
            Certificates certificates,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.versions = versions;
        this.claims = claims;
        this.assessors = assessors;
        this.conflicts = conflicts;
        this.grants = grants;
        this.requests = requests;
        this.certificates = certificates;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** How near a person is to having a level, or the role of a role profile, signed off as a whole. */
    public Readiness readiness(Person person, VersionId version, @Nullable String level) {
        var found = versions.find(version).orElseThrow(() -> new Problem.NotFound("credential.problem.noVersion"));
        return Readiness.of(found, level, claims.of(person.id(), version));
    }

    /** Who may sign it off for them. */
    public Assessors.Choice offered(Person person, Readiness readiness) {
        return assessors.choice(person, readiness.version(), readiness::isReachedBy);
    }

    /** Whoever must not judge somebody does not keep their request; they can ask somebody else. */
    @EventListener
    void on(ConflictDeclared declared) {
        var learner = declared.learner();
        for (var request : requests.waitingFor(declared.assessor())) {
            if (request.learner().equals(learner)) {
                end(request, State.RETURNED, "", null);
                tell(
                        learner.account(),
                        "/me/certificates",
                        "credential.notice.cannotJudge",
                        request.assessorName(),
                        readiness(learner, request.version(), request.level()).name());
            }
        }
    }

    @Transactional
    public void ask(
            Actor actor,
            VersionId version,
            @Nullable String level,
            AccountId assessor,
            OrganisationId organisation,
            String words) {
        var learner = person(actor);
        var readiness = readiness(learner, version, level);
        requireReady(learner, readiness, level);
        requireOffered(learner, readiness, assessor, organisation);
        if (words.length() > MOST_WORDS) {
            throw new Problem.Invalid("credential.problem.tooLong");
        }
        try {
            requests.add(learner.id(), organisation, version, level, assessor, words);
        } catch (DuplicateKeyException alreadyAsked) {
            throw new Problem.Conflict("credential.problem.alreadyAsked");
        }
        tell(assessor, "/assess/levels", "credential.notice.asked", learner.name(), readiness.name());
    }

    @Transactional
    public void withdraw(Actor actor, long id) {
        var learner = person(actor);
        var request = requests.of(learner.id()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noRequest"));
        end(request, State.WITHDRAWN, "", null);
        tell(request.assessor(), "/assess/levels", "credential.notice.withdrawn", learner.name());
    }

    /** The assessor says no, with a reason. */
    @Transactional
    public void giveBack(Actor actor, long id, String reason) {
        var request = askedOf(actor, id);
        requireReason(reason);
        var readiness = readiness(request.learner(), request.version(), request.level());
        requireOffered(request.learner(), readiness, actor.account(), request.organisation());
        end(request, State.RETURNED, reason, null);
        tell(
                request.learner().account(),
                "/me/certificates",
                "credential.notice.returned",
                actor.name(),
                readiness.name());
    }

    /** The assessor says yes: the certificate's code. */
    @Transactional
    public CertificateCode signOff(Actor actor, long id) {
        var request = askedOf(actor, id);
        var learner = request.learner();
        var readiness = readiness(learner, request.version(), request.level());
        requireReady(learner, readiness, request.level());
        var assessor = requireOffered(learner, readiness, actor.account(), request.organisation());
        var code = CertificateCode.random();
        var certificate = certificates.issue(
                snapshot(code, assessor, request, readiness),
                learner.id(),
                request.organisation(),
                request.version(),
                request.level(),
                actor.account());
        end(request, State.SIGNED_OFF, "", certificate);
        tell(learner.account(), "/me/certificates", "credential.notice.signedOff", actor.name(), readiness.name());
        return code;
    }

    /** Takes a certificate back: whoever issued it does, or who looks after the organisation it was issued in. */
    @Transactional
    public void revoke(Actor actor, CertificateCode code, String reason) {
        var certificate =
                revocable(actor, code).orElseThrow(() -> new Problem.NotFound("credential.problem.noCertificate"));
        requireReason(reason);
        if (!certificates.revoke(code, actor.account(), reason)) {
            throw new Problem.Conflict("credential.problem.revokedBefore");
        }
        people.find(certificate.holder())
                .ifPresent(holder -> tell(
                        holder.account(),
                        "/certificates/" + code,
                        "credential.notice.revoked",
                        actor.name(),
                        certificate.snapshot().level()));
    }

    /** The certificate with this code, for somebody who may revoke it; their own never. */
    public Optional<Certificate> revocable(Actor actor, CertificateCode code) {
        return certificates
                .find(code)
                .filter(certificate -> !certificate.holder().equals(people.of(actor)))
                .filter(certificate -> certificate.issuer().equals(actor.account())
                        || grants.of(actor.account()).mayAdminister(certificate.organisation()));
    }

    private LevelRequest askedOf(Actor actor, long id) {
        return requests.askedOf(actor.account(), id)
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noRequest"));
    }

    private void requireReady(Person learner, Readiness readiness, @Nullable String level) {
        var version = readiness.version();
        var withdrawn = versions.describe(version.id())
                .filter(entry -> entry.status() == VersionStatus.WITHDRAWN)
                .isPresent();
        if (withdrawn) {
            throw new Problem.Conflict("credential.problem.withdrawnVersion");
        }
        if (!readiness.isReady()) {
            throw new Problem.Conflict("credential.problem.notReady");
        }
        if (certificates.isInForce(learner.id(), version.id(), level)) {
            throw new Problem.Conflict("credential.problem.certified");
        }
    }

    /** Their role reaches every expectation, they are somebody else, and not too close. */
    private Assessor requireOffered(
            Person learner, Readiness readiness, AccountId assessor, OrganisationId organisation) {
        if (conflicts.about(learner.id()).contains(assessor)) {
            throw new Problem.Conflict("credential.problem.cannotJudge");
        }
        return offered(learner, readiness).free().stream()
                .filter(one -> one.account().equals(assessor)
                        && one.organisation().id().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("credential.problem.notOffered"));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new Problem.Invalid("credential.problem.noReason");
        }
        if (reason.length() > MOST_WORDS) {
            throw new Problem.Invalid("credential.problem.tooLong");
        }
    }

    private void end(LevelRequest request, State state, String reason, @Nullable Long certificate) {
        if (!requests.end(request.id(), state, reason, certificate)) {
            throw new Problem.Conflict("credential.problem.decided");
        }
    }

    private Snapshot snapshot(CertificateCode code, Assessor assessor, LevelRequest request, Readiness readiness) {
        var version = readiness.version();
        var verified = claims.verified(request.learner().id(), version.id());
        var names = names(verified);
        return new Snapshot(
                Snapshot.FORMAT,
                code.value(),
                request.learner().name(),
                readiness.name(),
                version.title(),
                version.number(),
                version.document().publisher(),
                assessor.organisation().name(),
                assessor.name(),
                LocalDate.now(clock.withZone(ZONE)),
                readiness.signedOff().stream()
                        .map(statement -> signedOff(version, statement, verified.get(statement.id()), names))
                        .toList(),
                readiness.notApplicable().stream().map(SignOffLevel::words).toList(),
                readiness.optional().stream().map(SignOffLevel::optional).toList());
    }

    private static Snapshot.OptionalPart optional(Readiness.OptionalPart part) {
        var level = part.choice().level();
        return new Snapshot.OptionalPart(
                level == null ? null : level.name(),
                part.choice().minimum(),
                part.choice().statements().size(),
                part.signedOff().size());
    }

    private static Snapshot.SignedOff signedOff(
            FrameworkVersion version,
            Statement statement,
            Claims.@Nullable Verified verified,
            Map<AccountId, String> names) {
        if (verified == null) {
            throw new IllegalStateException("Verified, yet by nobody: statement " + statement.id());
        }
        return new Snapshot.SignedOff(
                version.rootOf(statement.group()).map(GroupEntry::name).orElse(null),
                words(statement),
                LocalDate.ofInstant(verified.at(), ZONE),
                names.getOrDefault(verified.by(), ""),
                statement.optional());
    }

    /** A statement with what governs it. */
    private static String words(Statement statement) {
        var words = new StringBuilder();
        if (statement.qualifier() != null) {
            words.append(statement.qualifier()).append(": ");
        }
        if (statement.leadIn() != null) {
            words.append(statement.leadIn()).append(' ');
        }
        return words.append(statement.text()).toString();
    }

    private Map<AccountId, String> names(Map<?, Claims.Verified> verified) {
        Map<AccountId, String> names = new HashMap<>();
        jdbc.sql("select account_id, name from access.holder where account_id = any(:ids)")
                .param(
                        "ids",
                        verified.values().stream()
                                .map(one -> one.by().value())
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    names.put(new AccountId(row.getLong("account_id")), row.getString("name"));
                });
        return names;
    }

    private Person person(Actor actor) {
        return new Person(people.of(actor), actor.account(), actor.name());
    }

    private void tell(AccountId to, String link, String messageKey, String... arguments) {
        events.publishEvent(Notification.to(to, link, messageKey, arguments));
    }
}
