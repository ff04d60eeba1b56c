// DatelineJSON
