package be.vlaanderen.loopbaankrediet.launcher;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;

/** Numbers that pass every check and belong to nobody: citizen numbers have a month of 61 to 72, as the test personas of MAGDA have. */
final class Numbers {

    private static final int TEST_MONTHS = 60;
    private static final int MODULUS = 97;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1962, 1, 1);
    private static final LocalDate LAST_BIRTHDAY = LocalDate.of(1999, 12, 31);

    private final Random random;

    Numbers(Random random) {
        this.random = random;
    }

    /** INSZ of somebody of a working age. */
    String citizen() {
        return citizen(
                FIRST_BIRTHDAY.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST_BIRTHDAY, LAST_BIRTHDAY))),
                random.nextBoolean());
    }

    /**
     * INSZ: birthday, serial number (even for women), 97 less the first nine digits modulo 97; for who was born from 2000 on a 2 goes before
     * these nine.
     */
    String citizen(LocalDate birthday, boolean female) {
        String nine = String.format(
                Locale.ROOT,
                "%02d%02d%02d%03d",
                birthday.getYear() % 100,
                birthday.getMonthValue() + TEST_MONTHS,
                birthday.getDayOfMonth(),
                2 * (1 + random.nextInt(498)) - (female ? 0 : 1));
        return nine + check(birthday.getYear() < 2000 ? nine : "2" + nine);
    }

    /** KBO: eight digits that start with 0, 97 less these modulo 97. */
    String enterprise() {
        String eight = String.format(Locale.ROOT, "0%07d", 2_000_000 + random.nextInt(7_000_000));
        return eight + check(eight);
    }

    /** A Belgian IBAN: twelve digits of which the last two are the first ten modulo 97 (97 for 0), and the check digits of ISO 13616. */
    String iban() {
        String ten = String.format(Locale.ROOT, "9%09d", random.nextInt(1_000_000_000));
        long national = Long.parseLong(ten) % MODULUS;
        String account = ten + String.format(Locale.ROOT, "%02d", national == 0 ? MODULUS : national);
        int rest = new BigInteger(account + "111400")
                .mod(BigInteger.valueOf(MODULUS))
                .intValue(); // BE = 11 14
        return "BE" + String.format(Locale.ROOT, "%02d", 98 - rest) + account;
    }

    private static String check(String digits) {
        return String.format(Locale.ROOT, "%02d", MODULUS - Long.parseLong(digits) % MODULUS);
    }
}
