package org.espalier.person.staff.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.organisation.UnitId;
import org.espalier.person.staff.DateText;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types about a role.
 *
 * @param where which of the questions below it says where the role counts
 * @param pillar a framework's slug and a root group's id, with a slash between
 */
record RoleForm(
        String role,
        String where,
        String unit,
        String framework,
        String pillar,
        String task,
        String first,
        String last,
        FormErrors errors) {

    static RoleForm empty(LocalDate today) {
        return new RoleForm("", "", "", "", "", "", today.toString(), "", FormErrors.none());
    }

    /** What was typed, with all that is wrong with it. */
    static RoleForm typed(
            String role,
            String where,
            String unit,
            String framework,
            String pillar,
            String task,
            String first,
            String last) {
        var form = new RoleForm(
                role, where, unit, framework, pillar, task.strip(), first.strip(), last.strip(), FormErrors.none());
        if (form.chosenRole().isEmpty()) {
            form = form.with("role", "person.staff.role.missing");
        }
        if (form.scope().isEmpty()) {
            form = switch (where) {
                case "unit", "framework", "pillar", "task" ->
                    form.with(where, "person.staff.where." + where + ".missing");
                default -> form.with("where", "person.staff.where.missing");
            };
        }
        if (DateText.in(form.first).isEmpty()) {
            form = form.with("first", "person.staff.first.wrong");
        }
        if (!form.last.isEmpty() && DateText.in(form.last).isEmpty()) {
            form = form.with("last", "person.staff.last.wrong");
        }
        return form;
    }

    Optional<Role> chosenRole() {
        return Arrays.stream(Role.values())
                .filter(one -> !one.isOfInstallation() && one.name().equals(role))
                .findFirst();
    }

    Optional<Scope> scope() {
        return switch (where) {
            case "everywhere" -> Optional.of(new Scope.WholeOrganisation());
            case "unit" ->
                unit.matches("\\d{1,18}")
                        ? Optional.of(new Scope.UnitAndBelow(new UnitId(Long.parseLong(unit))))
                        : Optional.empty();
            case "framework" -> framework.isEmpty() ? Optional.empty() : Optional.of(new Scope.OneFramework(framework));
            case "pillar" -> {
                var slash = pillar.indexOf('/');
                yield slash < 1
                        ? Optional.empty()
                        : Optional.of(new Scope.Pillar(pillar.substring(0, slash), pillar.substring(slash + 1)));
            }
            case "task" ->
                task.isEmpty() || task.length() > 200 ? Optional.empty() : Optional.of(new Scope.DelegatedTask(task));
            default -> Optional.empty();
        };
    }

    LocalDate firstDay() {
        return DateText.in(first).orElseThrow();
    }

    @Nullable
    LocalDate lastDay() {
        return last.isEmpty() ? null : DateText.in(last).orElseThrow();
    }

    RoleForm with(String field, String messageKey, Object... arguments) {
        return new RoleForm(
                role, where, unit, framework, pillar, task, first, last, errors.and(field, messageKey, arguments));
    }
}
