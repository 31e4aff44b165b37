package app.cadeau.livepage;

import java.time.Duration;
import java.time.Instant;

/**
 * A few presses that the page makes by itself, guarded one by one.
 *
 * @param number names the burst in news
 * @param interval least time between two presses, kept across bursts
 * @param deadline after which no press of this burst begins, even if the page or the engine hung
 */
public record BurstOrder(long number, int presses, Duration interval, Instant deadline) {}
