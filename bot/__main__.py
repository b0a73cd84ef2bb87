"""`python -m bot` is `warmer`."""

from bot.start import main

if __name__ == "__main__":
    main()
