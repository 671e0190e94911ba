package org.espalier.portfolio.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.espalier.kernel.Problem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The national rule sets: the files in {@code registration/}. To add one is to add a file. */
@Component
public class RuleSets {
    private static final String FILES = "classpath:registration/*.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<RuleSet> national;

    RuleSets() {
        try {
            national = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(RuleSets::read)
                    .sorted(Comparator.comparing(RuleSet::title))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (national.stream().map(RuleSet::id).distinct().count() != national.size()) {
            throw new IllegalStateException("Two rule sets have one id");
        }
    }

    /** Those that hold on a day, by title. */
    public List<RuleSet> on(LocalDate day) {
        return national.stream().filter(rules -> rules.isValid(day)).toList();
    }

    public Optional<RuleSet> find(String id) {
        return national.stream().filter(rules -> rules.id().equals(id)).findFirst();
    }

    /** One that a row of the database names. */
    RuleSet get(String id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("portfolio.registration.problem.rulesGone"));
    }

    private static RuleSet read(Resource file) {
        try (var in = file.getInputStream()) {
            return YAML.readValue(in, RuleSet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
