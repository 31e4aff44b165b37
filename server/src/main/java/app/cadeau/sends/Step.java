package app.cadeau.sends;

import java.time.Duration;

/** What a send does next. */
sealed interface Step {

    /** Listen for this long at most. */
    record Listen(Duration most) implements Step {}

    /** Begin a burst of so many presses. */
    record Press(int presses) implements Step {}

    /** Press no more: settle. */
    record Over(Ending ending) implements Step {}
}
