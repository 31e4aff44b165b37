package app.cadeau;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process was begun with, on Linux. Chromium writes its own into one word, so that Java tells it in part only. */
public final class ProcessWords {

    private ProcessWords() {}

    /** Empty when the process is gone. */
    public static String of(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
