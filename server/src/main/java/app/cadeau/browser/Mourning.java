package app.cadeau.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether an engine is down, why, and who is told: each once. Safe from every thread. */
final class Mourning {

    private final List<Consumer<String>> mourners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> down = new AtomicReference<>();

    /** Why the engine is down; null while it is up. */
    @Nullable
    String down() {
        return down.get();
    }

    boolean isUp() {
        return down.get() == null;
    }

    /** False when it was down before: the first reason stays. */
    boolean begin(String why) {
        return down.compareAndSet(null, why);
    }

    void tellAll() {
        String why = String.valueOf(down.get());
        for (Consumer<String> mourner : new ArrayList<>(mourners)) {
            if (mourners.remove(mourner)) {
                mourner.accept(why);
            }
        }
    }

    /** Told of the death; at once if it has happened. */
    void add(Consumer<String> mourner) {
        mourners.add(mourner);
        String dead = down.get();
        if (dead != null && mourners.remove(mourner)) {
            mourner.accept(dead);
        }
    }

    void remove(Consumer<String> mourner) {
        mourners.remove(mourner);
    }

    /** An answer that will not come from a dead engine fails with {@link LaneDown}. */
    void failWithEngine(CompletableFuture<?> answer) {
        Consumer<String> mourner = why -> answer.completeExceptionally(new LaneDown(why));
        var unused = answer.whenComplete((value, error) -> mourners.remove(mourner));
        add(mourner);
    }
}
