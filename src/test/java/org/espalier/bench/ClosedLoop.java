package org.espalier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Clients that each send their next request when they have the answer to the last: first unmeasured, to warm up, then
 * measured.
 */
final class ClosedLoop {
    private static final int WINDOWS = 20;
    private static final int SIGNIFICANT_DIGITS = 3;

    private ClosedLoop() {}

    /** One client, used by one thread. */
    @FunctionalInterface
    interface Client extends AutoCloseable {
        /** Does what is measured, once; a failure ends the benchmark. */
        void once() throws Exception;

        /** Clears up after each call, which is not measured. */
        default void afterwards() throws Exception {}

        @Override
        default void close() throws Exception {}
    }

    /** Makes the client with this number, counted from 0. */
    @FunctionalInterface
    interface Clients {
        Client client(int number) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param nanos how long each call took
     * @param rates calls a second over all clients, in each of twenty equal windows
     */
    record Outcome(Histogram nanos, List<Double> rates) {
        Spread times() {
            return Spread.ofTimes(nanos);
        }

        /** Of calls that each do so many things. */
        Spread ratesOf(int thingsPerCall) {
            return Spread.ofRates(
                    rates.stream().map(rate -> rate * thingsPerCall).toList());
        }
    }

    private record Tally(Histogram nanos, long[] done) {}

    static Outcome run(int clients, Duration warmUp, Duration measured, Clients kind) throws Exception {
        var begin = System.nanoTime() + warmUp.toNanos();
        var window = measured.toNanos() / WINDOWS;
        var total = new Tally(new Histogram(SIGNIFICANT_DIGITS), new long[WINDOWS]);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (var one : started(threads, clients, begin, window, kind)) {
                var tally = result(one, threads);
                total.nanos().add(tally.nanos());
                for (var n = 0; n < WINDOWS; n++) {
                    total.done()[n] += tally.done()[n];
                }
            }
        }
        var rates = new ArrayList<Double>();
        for (var done : total.done()) {
            rates.add(done * 1e9 / window);
        }
        return new Outcome(total.nanos(), List.copyOf(rates));
    }

    private static List<Future<Tally>> started(
            ExecutorService threads, int clients, long begin, long window, Clients kind) {
        var started = new ArrayList<Future<Tally>>();
        for (var n = 0; n < clients; n++) {
            var number = n;
            started.add(threads.submit(() -> {
                try (var client = kind.client(number)) {
                    return measure(client, begin, window);
                }
            }));
        }
        return started;
    }

    private static Tally measure(Client client, long begin, long window) throws Exception {
        var tally = new Tally(new Histogram(SIGNIFICANT_DIGITS), new long[WINDOWS]);
        var before = System.nanoTime();
        while (true) {
            client.once();
            var after = System.nanoTime();
            var since = after - begin;
            if (since >= window * WINDOWS) {
                return tally;
            }
            if (before >= begin) {
                tally.nanos().recordValue(after - before);
            }
            if (since >= 0) {
                tally.done()[(int) (since / window)]++;
            }
            client.afterwards();
            before = System.nanoTime();
        }
    }

    private static Tally result(Future<Tally> client, ExecutorService threads) throws Exception {
        try {
            return client.get();
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            if (failure.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
