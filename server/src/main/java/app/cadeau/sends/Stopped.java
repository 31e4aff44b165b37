package app.cadeau.sends;

import java.util.List;

/**
 * The answer to a stop, given when no press can begin and no request can newly pass.
 *
 * @param sends what was stopped, running or waiting
 * @param draining gifts that had already passed the gate and are still without an answer
 */
public record Stopped(List<SendId> sends, int draining) {}
