package app.cadeau.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The variations that are on. Safe for any thread. */
public final class Variations {

    private final Set<Variation> on = new ConcurrentSkipListSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Variations(Collection<Variation> first) {
        on.addAll(first);
    }

    public Variations turnOn(Variation... more) {
        on.addAll(List.of(more));
        listeners.forEach(Runnable::run);
        return this;
    }

    public Variations turnOff(Variation... less) {
        List.of(less).forEach(on::remove);
        listeners.forEach(Runnable::run);
        return this;
    }

    public boolean has(Variation variation) {
        return on.contains(variation);
    }

    /** Their names, as the page and the admin address read them. */
    List<String> names() {
        return on.stream().map(Variation::kebab).toList();
    }

    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }
}
