package be.vlaanderen.loopbaankrediet.wallet.sponsor;

/** Ten digits in the crossroads bank (KBO): the last two are 97 less the remainder of the first eight. */
final class EnterpriseNumber {

    private EnterpriseNumber() {}

    static boolean isValid(String number) {
        if (!number.matches("[01][0-9]{9}")) {
            return false;
        }
        long first = Long.parseLong(number.substring(0, 8));
        return 97 - first % 97 == Long.parseLong(number.substring(8));
    }
}
