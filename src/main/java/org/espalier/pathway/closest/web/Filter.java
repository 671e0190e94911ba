package org.espalier.pathway.closest.web;

import java.util.List;
import java.util.Optional;
import org.espalier.pathway.closest.Closeness;
import org.espalier.pathway.closest.Criterion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which destinations somebody wants to see, and in which order.
 *
 * @param framework the slug of one framework
 * @param career one level of the career framework, as documents state it
 * @param area the area of work that a role profile states
 * @param together true when the person's own word counts as much as a sign-off
 */
record Filter(
        @Nullable String framework,
        @Nullable Integer career,
        @Nullable String area,
        boolean together) {
    private static final String TOGETHER = "together";

    /** As typed into an address; what makes no sense is left out. */
    static Filter of(String framework, String career, String area, String order) {
        return new Filter(
                orNull(framework),
                career.matches("[1-9]") ? Integer.valueOf(career) : null,
                orNull(area),
                order.equals(TOGETHER));
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    List<Criterion> criteria() {
        return together ? Criterion.ALL_TOGETHER : Criterion.SIGNED_OFF_FIRST;
    }

    boolean matches(Closeness one) {
        var destination = one.destination();
        return (framework == null || destination.version().slug().equals(framework))
                && (career == null || destination.careerFrameworkLevels().contains(career))
                && (area == null
                        || destination.areaOfWork().filter(area::equals).isPresent());
    }

    boolean narrows() {
        return framework != null || career != null || area != null;
    }

    /** The address of a page of what it lets through. */
    String page(int number) {
        var address = UriComponentsBuilder.fromPath("/me/closest");
        Optional.ofNullable(framework).ifPresent(slug -> address.queryParam("framework", slug));
        Optional.ofNullable(career).ifPresent(level -> address.queryParam("career", level));
        // as a template's variable, so that "&" in an area of work is part of it
        Optional.ofNullable(area).ifPresent(work -> address.queryParam("area", "{area}"));
        if (together) {
            address.queryParam("order", TOGETHER);
        }
        if (number > 1) {
            address.queryParam("page", number);
        }
        return area == null
                ? address.encode().build().toUriString()
                : address.encode().buildAndExpand(area).toUriString();
    }
}
