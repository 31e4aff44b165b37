package app.cadeau.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that are set, and which of them struck. Seeded; safe for any thread. */
public final class Faults {

    /** When a rule strikes, among the occasions since it was set. */
    public sealed interface When {
        /** Once, at the k-th, counted from 1. */
        record At(int k) implements When {}

        /** Each time with this probability. */
        record Chance(double probability) implements When {}

        record Always() implements When {}
    }

    /** @param id differs between rules and between starts of a simulator */
    public record Rule(String id, Fault fault, When when, long amount) {}

    /** One strike on the platform's side; what the page does by itself is not listed. */
    public record Struck(Fault fault, long atMillis) {}

    private static final int KEPT_STRIKES = 10_000;

    private static final class Counted {
        private final Rule rule;
        private final Random chance;
        private int seen;
        private boolean done;

        Counted(Rule rule, long seed) {
            this.rule = rule;
            this.chance = new Random(seed);
        }

        /** Counts an occasion; an at-rule whose moment could not be used stays due. */
        boolean strikes(boolean possible) {
            seen++;
            boolean due = switch (rule.when()) {
                case When.At at -> !done && seen >= at.k();
                case When.Chance random -> chance.nextDouble() < random.probability();
                case When.Always _ -> true;
            };
            done |= due && possible;
            return due && possible;
        }
    }

    private final long seed;
    private final Clock clock;
    private final List<Counted> rules = new ArrayList<>();
    private final List<Struck> struck = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int added;

    Faults(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /** Strikes once, at the k-th occasion from now, counted from 1. */
    public Faults at(Fault fault, int k) {
        return at(fault, k, fault.usualAmount());
    }

    public Faults at(Fault fault, int k, long amount) {
        return add(fault, new When.At(k), amount);
    }

    public Faults chance(Fault fault, double probability) {
        return chance(fault, probability, fault.usualAmount());
    }

    public Faults chance(Fault fault, double probability, long amount) {
        return add(fault, new When.Chance(probability), amount);
    }

    public Faults always(Fault fault) {
        return always(fault, fault.usualAmount());
    }

    public Faults always(Fault fault, long amount) {
        return add(fault, new When.Always(), amount);
    }

    Faults add(Fault fault, When when, long amount) {
        synchronized (this) {
            added++;
            // The time keeps ids apart between simulators that one browser profile meets on the same port.
            Rule rule = new Rule(Long.toString(clock.millis(), 36) + "-" + added, fault, when, amount);
            rules.add(new Counted(rule, seed * 31 + added));
        }
        listeners.forEach(Runnable::run);
        return this;
    }

    public void clear() {
        synchronized (this) {
            rules.clear();
        }
        listeners.forEach(Runnable::run);
    }

    public synchronized List<Rule> rules() {
        return rules.stream().map(counted -> counted.rule).toList();
    }

    public synchronized List<Struck> struck() {
        return List.copyOf(struck);
    }

    /** What the page has to do by itself. */
    List<Rule> ofPage() {
        return rules().stream().filter(rule -> rule.fault().place().ofPage()).toList();
    }

    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** Counts an occasion for this fault, and tells the rule that strikes now. */
    Optional<Rule> strikes(Fault fault) {
        return strikes(fault, true);
    }

    /** Counts one occasion for every fault of a place, and tells those that strike it. */
    Map<Fault, Rule> strikes(Fault.Place place, Predicate<Fault> possible) {
        Map<Fault, Rule> struckNow = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault.place() == place) {
                strikes(fault, possible.test(fault)).ifPresent(rule -> struckNow.put(fault, rule));
            }
        }
        return struckNow;
    }

    synchronized Optional<Rule> strikes(Fault fault, boolean possible) {
        Optional<Rule> found = Optional.empty();
        for (Counted counted : rules) {
            if (counted.rule.fault() == fault && counted.strikes(possible) && found.isEmpty()) {
                found = Optional.of(counted.rule);
            }
        }
        if (found.isPresent() && struck.size() < KEPT_STRIKES) {
            struck.add(new Struck(fault, clock.millis()));
        }
        return found;
    }
}
