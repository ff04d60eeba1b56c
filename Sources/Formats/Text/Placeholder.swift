// DatelineText
