package org.espalier.roleprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByNameTests {
    private static final List<String> ROLES =
            List.of("Senior bee keeper", "Bee keeper, level 4", "Bee keeper", "Kéeper of wasps", "Honey & wax trader");

    @Test
    void findsEveryWordByItsBeginningAndPutsNamesThatBeginSoFirst() {
        assertThat(found("bee keep")).containsExactly("Bee keeper", "Bee keeper, level 4", "Senior bee keeper");
        assertThat(found("keeper WASPS")).containsExactly("Kéeper of wasps");
        assertThat(found("honey & wax")).containsExactly("Honey & wax trader");
        assertThat(found("eeper")).isEmpty();
    }

    @Test
    void showsTheFirstOfAllWhenNothingWasWritten() {
        var many = IntStream.range(0, 50).mapToObj(n -> "Role " + n).toList();

        var found = ByName.find(many, Function.identity(), " ");

        assertThat(found.first()).hasSize(ByName.FEW).startsWith("Role 0");
        assertThat(found.more()).isEqualTo(30);
    }

    private static List<String> found(String words) {
        return ByName.find(ROLES, Function.identity(), words).first();
    }
}
