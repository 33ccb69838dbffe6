package be.vlaanderen.loopbaankrediet.providerregistry;

/** Made-up numbers with good check digits. */
public final class Numbers {

    private Numbers() {}

    public static String ssin(int year, int month, int day, int serial) {
        String body = "%02d%02d%02d%03d".formatted(year, month, day, serial);
        long number = Long.parseLong((year < 25 ? "2" : "") + body);
        return body + "%02d".formatted(97 - number % 97);
    }

    public static String enterprise(int serial) {
        String body = "%08d".formatted(serial);
        return body + "%02d".formatted(97 - serial % 97);
    }
}
