// DatelineRecord
