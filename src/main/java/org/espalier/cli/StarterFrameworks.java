package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The frameworks that come with Espalier, summaries in our own words: published once, then the users' to replace. */
@Component
class StarterFrameworks {
    private static final String PLACE = "classpath:starter/*.yaml";

    private final ResourcePatternResolver resources;
    private final SetUpSteps steps;
    private final DraftFrameworks drafts;
    private final PublishVersion publishVersion;

    StarterFrameworks(
            ResourcePatternResolver resources,
            SetUpSteps steps,
            DraftFrameworks drafts,
            PublishVersion publishVersion) {
        this.resources = resources;
        this.steps = steps;
        this.drafts = drafts;
        this.publishVersion = publishVersion;
    }

    /** Publishes those that this database has not seen. */
    void publish(Actor actor) {
        try {
            for (var resource : resources.getResources(PLACE)) {
                steps.once("starter/" + resource.getFilename(), () -> publish(actor, resource));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void publish(Actor actor, Resource resource) {
        var version = drafts.store(actor, document(resource));
        var revision = drafts.load(actor, version).orElseThrow().revision();
        switch (publishVersion.publish(actor, version, revision)) {
            case PublishVersion.Published published -> {}
            case PublishVersion.Flawed(var flaws) ->
                throw new IllegalStateException(resource.getFilename() + " has flaws: " + flaws);
            case PublishVersion.Conflict conflict -> throw new IllegalStateException("Nobody else knows this draft");
            case PublishVersion.NotADraft notADraft -> throw new IllegalStateException("It was a draft a moment ago");
        }
    }

    private static FrameworkDocument document(Resource resource) {
        try {
            return switch (FrameworkFormat.read(resource.getContentAsString(UTF_8))) {
                case FrameworkFormat.Read.Document(var document, var unknownKeys) -> document;
                case FrameworkFormat.Read.Invalid(var problems) ->
                    throw new IllegalStateException(resource.getFilename() + ": " + problems);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
