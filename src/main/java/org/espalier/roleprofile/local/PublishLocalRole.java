package org.espalier.roleprofile.local;

import java.util.List;
import java.util.Locale;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.espalier.framework.PublishLocalAdditions;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.espalier.person.Aims;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts local additions in force: from then on people see them beside the national profile, can aim for them and claim
 * against them. Those who aim for them are told what changed.
 */
@Component
public class PublishLocalRole {
    private final LocalRoles localRoles;
    private final PublishedVersions versions;
    private final PublishLocalAdditions publishAdditions;
    private final Aims aims;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    PublishLocalRole(
            LocalRoles localRoles,
            PublishedVersions versions,
            PublishLocalAdditions publishAdditions,
            Aims aims,
            MessageSource messages,
            ApplicationEventPublisher events) {
        this.localRoles = localRoles;
        this.versions = versions;
        this.publishAdditions = publishAdditions;
        this.aims = aims;
        this.messages = messages;
        this.events = events;
    }

    /** What became of an attempt to publish. */
    public sealed interface Result {}

    /** People see it now. */
    public record Published(LocalRole role) implements Result {}

    /** There is nothing to publish; nothing changed. */
    public record Nothing() implements Result {}

    /** Somebody changed it after this revision was looked at; nothing was published. */
    public record Conflict() implements Result {}

    /** The national profile is no longer in force; nothing was published. */
    public record NationalWithdrawn() implements Result {}

    /** @param revision the one that the actor has seen and means */
    @Transactional
    public Result publish(Insider insider, String national, long revision) {
        KeepsLocalRoles.require(insider);
        var role = lock(insider, national);
        if (role.revision() != revision) {
            return new Conflict();
        }
        if (role.draft().isEmpty() || !role.isChanged()) {
            return new Nothing();
        }
        if (versions.current(national).isEmpty()) {
            return new NationalWithdrawn();
        }
        return new Published(publish(insider, role));
    }

    /** Takes back all that was published; what people have claimed stays. */
    @Transactional
    public void takeBack(Insider insider, String national) {
        KeepsLocalRoles.require(insider);
        var role = lock(insider, national);
        localRoles.save(role, role.base(), Additions.NONE, insider.actor().account());
        if (role.isPublished()) {
            publish(insider, lock(insider, national));
        }
    }

    private LocalRole publish(Insider insider, LocalRole role) {
        var by = insider.actor().account();
        var aimers = aimers(role);
        localRoles.publish(role, version(insider, role), by);
        tell(role, aimers.stream().filter(account -> !account.equals(by)).toList());
        return localRoles.find(role.organisation().id(), role.national()).orElseThrow();
    }

    /** The version of the local competences as they are now; null when there are none. */
    private @Nullable VersionId version(Insider insider, LocalRole role) {
        var last = localRoles.lastVersion(role).flatMap(versions::describe);
        if (role.draft().competences().isEmpty()) {
            last.filter(PublishedVersion::isInForce)
                    .ifPresent(entry -> publishAdditions.takeBack(insider.actor(), entry.id()));
            return null;
        }
        var base = versions.find(role.base()).orElseThrow();
        var document = document(role, National.of(base));
        var edition = role.published();
        var now = edition == null ? null : edition.version();
        if (now != null
                && versions.find(now)
                        .filter(version -> sameCompetences(version.document(), document))
                        .isPresent()) {
            return now;
        }
        return last.map(entry -> publishAdditions.next(insider.actor(), entry.slug(), document))
                .orElseGet(() -> publishAdditions.first(insider.actor(), base, document))
                .version();
    }

    private static boolean sameCompetences(FrameworkDocument one, FrameworkDocument other) {
        return one.role() != null
                && one.role().equals(other.role())
                && String.valueOf(one.title()).equals(other.title());
    }

    private FrameworkDocument document(LocalRole role, National national) {
        var name = role.draft().name() == null ? national.name() : role.draft().name();
        var organisation = role.organisation().name();
        var source = national.version().document();
        var section = new RoleEntry.Section(
                text("roleprofile.local.version.section", organisation),
                RoleEntry.Layer.LOCALITY,
                role.draft().notesAbout(null).stream().map(Additions.Note::text).toList(),
                role.draft().competences().stream().map(PublishLocalRole::entry).toList(),
                null,
                List.of());
        return FrameworkDocument.ofRole(
                text("roleprofile.local.version.title", name, organisation),
                organisation,
                source.language(),
                "published",
                text("roleprofile.local.version.note", national.version().title(), organisation),
                new RoleEntry(
                        name,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(section),
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }

    private static RoleEntry.Competence entry(Additions.Competence competence) {
        return new RoleEntry.Competence(
                null,
                null,
                null,
                competence.text(),
                competence.qualifier(),
                competence.leadIn(),
                competence.code(),
                competence.uri(),
                competence.origin(),
                null,
                List.of());
    }

    private List<AccountId> aimers(LocalRole role) {
        return localRoles
                .lastVersion(role)
                .flatMap(versions::describe)
                .map(entry -> aims.accountsAimingIn(entry.slug()))
                .orElse(List.of());
    }

    private void tell(LocalRole role, List<AccountId> aimers) {
        var before = role.published();
        if (before == null) {
            return;
        }
        var takenBack = role.draft().isEmpty();
        var news = News.of(before.additions(), role.draft());
        aimers.forEach(account -> events.publishEvent(Notification.to(
                account,
                takenBack ? "/frameworks/" + role.national() : role.address(),
                takenBack ? "roleprofile.notice.local.takenBack" : "roleprofile.notice.local.changed",
                role.organisation().name(),
                name(role),
                Long.toString(news.added()),
                Long.toString(news.reworded()),
                Long.toString(news.dropped()))));
    }

    private String name(LocalRole role) {
        return role.draft().name() != null
                ? role.draft().name()
                : National.of(versions.find(role.base()).orElseThrow()).name();
    }

    /** How many local competences came, changed and went. */
    private record News(long added, long reworded, long dropped) {
        static News of(Additions before, Additions now) {
            return new News(
                    now.competences().stream()
                            .filter(one -> before.competence(one.number()).isEmpty())
                            .count(),
                    now.competences().stream()
                            .filter(one -> before.competence(one.number())
                                    .filter(other -> !other.equals(one))
                                    .isPresent())
                            .count(),
                    before.competences().stream()
                            .filter(one -> now.competence(one.number()).isEmpty())
                            .count());
        }
    }

    private LocalRole lock(Insider insider, String national) {
        return localRoles.lock(insider.organisation().id(), national).orElseThrow(Insiders::notFound);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
