package org.espalier.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeasuringTests {
    private static final List<Double> ONE_TO_HUNDRED =
            DoubleStream.iterate(1, n -> n + 1).limit(100).boxed().toList();

    @Test
    void takesTheSlowestOfTimesAndTheLowestOfRatesAsTheNinetyFifthOfAHundred() {
        assertThat(Spread.ofValues(ONE_TO_HUNDRED)).isEqualTo(new Spread(50.5, 95));
        assertThat(Spread.ofRates(ONE_TO_HUNDRED)).isEqualTo(new Spread(50.5, 6));
        assertThat(Spread.ofValues(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 3));
    }

    @Test
    void measuresEveryClientsCallsAfterTheWarmUp() throws Exception {
        var called = new AtomicInteger();

        var outcome = ClosedLoop.run(2, Duration.ofMillis(40), Duration.ofMillis(200), number -> () -> {
            called.incrementAndGet();
            Thread.sleep(5);
        });

        assertThat(outcome.times().median()).isBetween(5.0, 50.0);
        assertThat(outcome.nanos().getTotalCount()).isPositive().isLessThan(called.get());
        var measured = outcome.rates().stream()
                .mapToDouble(rate -> rate * 0.2 / outcome.rates().size())
                .sum();
        assertThat(measured).isCloseTo(outcome.nanos().getTotalCount(), within(2.1));
    }

    @Test
    void endsTheBenchmarkWhenACallFails() {
        assertThatThrownBy(() -> ClosedLoop.run(2, Duration.ZERO, Duration.ofMinutes(1), number -> () -> {
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");
    }

    @Test
    void saysWhetherAnAimIsMet() {
        var row = new Row("a", "ms", new Spread(3, 6), new Row.Limit(10, "other"), null);

        assertThat(Aim.atMost(6).isMetBy().test(row)).isTrue();
        assertThat(Aim.atMost(5).isMetBy().test(row)).isFalse();
        assertThat(Aim.atLeast(3).isMetBy().test(row)).isTrue();
        assertThat(Aim.atLeast(3).and(Aim.atLeastOfLimit(0.5)).isMetBy().test(row))
                .isFalse();
    }

    @Test
    void writesAnArrayOfNameUnitMedianP95AndLimit() {
        var rows = List.of(new Row("search", "ms", new Spread(1.23456, 2), new Row.Limit(0.5, "a static page"), null));

        var json = JsonMapper.shared().readTree(Report.json(rows));

        assertThat(json.isArray()).isTrue();
        assertThat(json.get(0).propertyNames()).containsExactly("name", "unit", "median", "p95", "limit");
        assertThat(json.get(0).get("name").stringValue()).isEqualTo("search");
        assertThat(json.get(0).get("median").doubleValue()).isEqualTo(1.235);
    }

    @Test
    void printsEachRowWithItsAim() {
        var limit = new Row.Limit(0.5, "a static page");
        var rows = List.of(
                new Row("search", "ms", new Spread(1, 2), limit, Aim.atMost(10)),
                new Row("first-page", "ms", new Spread(2500, 3100), limit, Aim.atMost(3000)));

        var lines = Report.table(rows).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("search").contains("p95 ≤ 10  ").contains("  met ");
        assertThat(lines.get(2)).contains("3,100").contains("MISSED").endsWith("a static page");
    }
}
