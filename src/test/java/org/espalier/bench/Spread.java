package org.espalier.bench;

import java.util.Arrays;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/** What was usual and what 95 of 100 kept to: slower times are worse, lower rates are worse. */
record Spread(double median, double p95) {
    private static final double NANOS_PER_MILLI = 1_000_000;

    /** Of times in nanoseconds, as milliseconds. */
    static Spread ofTimes(Histogram nanos) {
        return new Spread(
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI, nanos.getValueAtPercentile(95) / NANOS_PER_MILLI);
    }

    /** Of a few values of which lower is better; the p95 of fewer than twenty is the worst. */
    static Spread ofValues(Collection<Double> values) {
        var sorted = sorted(values);
        return new Spread(middle(sorted), sorted[rank(sorted.length)]);
    }

    /** Of the rates in equal windows of time: the p95 is the rate that 95 of 100 windows reached or beat. */
    static Spread ofRates(Collection<Double> rates) {
        var sorted = sorted(rates);
        return new Spread(middle(sorted), sorted[sorted.length - 1 - rank(sorted.length)]);
    }

    /** The same value every time. */
    static Spread single(double value) {
        return new Spread(value, value);
    }

    private static double[] sorted(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double middle(double[] sorted) {
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static int rank(int size) {
        return Math.max(0, (int) Math.ceil(size * 0.95) - 1);
    }
}
